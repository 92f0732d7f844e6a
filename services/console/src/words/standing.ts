import {
  closureReasons,
  governmentResponses,
  implementationStatuses,
  paces,
  waitingParties,
} from '@demarche/contracts/vocabularies';
import type { Recommendation } from '../graphql/answers.ts';
import { dayInWords } from './days.ts';
import { earlierPeriod, type WholeWay } from './whole-way.ts';

/** One piece of the sentence that says where a recommendation stands; the weighty one is set in bold. */
export interface Piece {
  readonly text: string;
  readonly strong?: boolean;
}

type Standing = Pick<
  Recommendation,
  'reference' | 'recordState' | 'implementation' | 'closure' | 'pace' | 'waitingOn' | 'succeededBy'
>;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const recordPiece = (standing: Standing, { firstYear: since }: WholeWay): string => {
  switch (standing.recordState) {
    case 'closed':
      return standing.closure
        ? `${closureReasons[standing.closure.reason]}, ${dayInWords(standing.closure.occurredOn)}`
        : 'Closed';
    case 'withdrawn':
      return 'Withdrawn';
    case 'superseded':
    case 'carried_forward':
      return standing.succeededBy
        ? `Asked since ${since}, carried on by ${standing.succeededBy}`
        : `Asked since ${since}`;
    case 'issued':
    case 'draft':
      return `Open since ${since}`;
  }
};

const signature = (assessment: { readonly signedOff: unknown }): string =>
  assessment.signedOff ? 'signed off' : 'not signed off';

const lastInWords = ({ reference, implementation }: Standing, { earlier }: WholeWay): string => {
  if (!earlier) return '';
  const period = earlierPeriod(earlier, implementation.reportingPeriod);
  const said = `${lower(implementationStatuses[earlier.assessment.status])}, ${signature(earlier.assessment)}`;
  return ` (${period}${earlier.reference === reference ? '' : ` for ${earlier.reference}`}: ${said})`;
};

const implementationPiece = (standing: Standing, way: WholeWay): Piece[] => {
  const { assessment, status } = standing.implementation;
  if (!assessment) return [{ text: 'not assessed this period', strong: true }, { text: lastInWords(standing, way) }];
  return [
    { text: lower(implementationStatuses[status]), strong: true },
    { text: ` (assessed ${dayInWords(assessment.occurredOn)}, ${signature(assessment)})` },
  ];
};

/** Where a recommendation stands, in one sentence: the five fields of its status, those that are silent left out. */
export const standingInWords = (standing: Standing, way: WholeWay): Piece[] => {
  const parts: Piece[][] = [
    [{ text: recordPiece(standing, way) }],
    [{ text: lower(governmentResponses[way.response.value]) }],
    implementationPiece(standing, way),
  ];
  if (standing.pace) parts.push([{ text: lower(paces[standing.pace]) }]);
  if (standing.waitingOn) parts.push([{ text: `waiting on ${waitingParties[standing.waitingOn]}` }]);
  return parts
    .flatMap((part, index) => (index === 0 ? part : [{ text: ' · ' }, ...part]))
    .filter(({ text }) => text !== '');
};
