import {
  closureReasons,
  governmentResponses,
  implementationStatuses,
  paces,
  waitingParties,
} from '@demarche/contracts/vocabularies';
import type { Recommendation } from '../graphql/answers.ts';
import { dayInWords } from './days.ts';

/** One piece of the sentence that says where a recommendation stands; the weighty one is set in bold. */
export interface Piece {
  readonly text: string;
  readonly strong?: boolean;
}

type Standing = Pick<
  Recommendation,
  | 'recordState'
  | 'reportYear'
  | 'askedYears'
  | 'response'
  | 'implementation'
  | 'closure'
  | 'pace'
  | 'waitingOn'
  | 'succeededBy'
>;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const recordPiece = (standing: Standing): string => {
  const since = standing.reportYear - standing.askedYears + 1;
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

const implementationPiece = ({ implementation }: Standing): Piece[] => {
  const { assessment, lastPeriod, status } = implementation;
  if (assessment) {
    return [
      { text: lower(implementationStatuses[status]), strong: true },
      { text: ` (assessed ${dayInWords(assessment.occurredOn)}, ${signature(assessment)})` },
    ];
  }
  const last = lastPeriod
    ? ` (last: ${lower(implementationStatuses[lastPeriod.status])}, ${signature(lastPeriod)})`
    : '';
  return [{ text: 'not assessed this period', strong: true }, { text: last }];
};

/** Where a recommendation stands, in one sentence: the five fields of its status, those that are silent left out. */
export const standingInWords = (standing: Standing): Piece[] => {
  const parts: Piece[][] = [
    [{ text: recordPiece(standing) }],
    [{ text: lower(governmentResponses[standing.response.value]) }],
    implementationPiece(standing),
  ];
  if (standing.pace) parts.push([{ text: lower(paces[standing.pace]) }]);
  if (standing.waitingOn) parts.push([{ text: `waiting on ${waitingParties[standing.waitingOn]}` }]);
  return parts
    .flatMap((part, index) => (index === 0 ? part : [{ text: ' · ' }, ...part]))
    .filter(({ text }) => text !== '');
};

export const askedInWords = (years: number): string =>
  years > 1 ? `asked ${years} years running` : 'asked for the first time';
