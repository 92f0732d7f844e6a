import {
  type CommitmentKind,
  type DeliveryStatus,
  forumCommitmentIdOf,
  type InstrumentId,
  type IsoDate,
  instrumentIdOf,
} from '@demarche/contracts';
import type { Story, Tell } from './story.ts';
import { lead, multilateralOfficer } from './story-persons.ts';

interface ForumCommitmentTold {
  readonly wording: string;
  readonly countries?: readonly string[];
  readonly due?: IsoDate;
  readonly serves?: readonly string[];
}

/** What every event of a commitment's life says of it. */
interface Life {
  readonly commitment: string;
  readonly on: IsoDate;
  readonly countries: readonly string[];
}

export interface ForumStory {
  adopts(instrument: {
    readonly symbol: string;
    readonly on: IsoDate;
    readonly commits: readonly ForumCommitmentTold[];
  }): Story;
  correctsInstrument(instrument: { readonly symbol: string; readonly on: IsoDate; readonly title?: string }): Story;
  reviews(review: Life & { readonly delivery: DeliveryStatus; readonly country?: string }): Story;
  fulfils(end: Life): Story;
  lapses(end: Life): Story;
  takesBack(end: Life): Story;
}

const kindOf = (commitment: string): CommitmentKind => (commitment.startsWith('ENG-') ? 'promise' : 'forum_commitment');

const lifeOf = ({ commitment, on, countries }: Life) => ({
  commitmentId: commitment,
  kind: kindOf(commitment),
  countries,
  occurredOn: on,
});

const commitmentOf = (
  instrument: InstrumentId,
  index: number,
  { wording, countries = [], due, serves = [] }: ForumCommitmentTold,
) => ({
  commitmentId: forumCommitmentIdOf(instrument, index + 1),
  ordinal: index + 1,
  paragraph: `operative paragraph ${index + 1}`,
  wording,
  force: 'hortatory',
  measurableTarget: null,
  dueOn: due ?? null,
  countries,
  recommendations: serves,
});

export const forumStory = (tell: Tell, story: () => Story): ForumStory => {
  const told = (...event: Parameters<Tell>): Story => {
    tell(...event);
    return story();
  };
  return {
    adopts({ symbol, on, commits }) {
      const instrumentId = instrumentIdOf('UNGA', symbol);
      return told('ForumInstrumentRecorded', instrumentId, {
        instrumentId,
        forum: 'UNGA',
        documentSymbol: symbol,
        title: 'Declaration against trafficking in persons',
        occurredOn: on,
        commitments: commits.map((each, index) => commitmentOf(instrumentId, index, each)),
        recordedBy: multilateralOfficer,
      });
    },
    correctsInstrument({ symbol, on, title = 'Declaration against trafficking in persons' }) {
      const instrumentId = instrumentIdOf('UNGA', symbol);
      return told('ForumInstrumentCorrected', instrumentId, {
        instrumentId,
        title,
        occurredOn: on,
        reason: 'The day was wrong.',
        correctedBy: multilateralOfficer,
      });
    },
    reviews: ({ delivery, country, ...life }) =>
      told('DeliveryReviewed', life.commitment, {
        ...lifeOf(life),
        country: country ?? null,
        delivery,
        rationale: 'Judged by the record.',
        evidence: [],
        reviewedBy: lead,
      }),
    fulfils: (life) =>
      told('CommitmentFulfilled', life.commitment, { ...lifeOf(life), explanation: 'It was kept.', confirmedBy: lead }),
    lapses: (life) =>
      told('CommitmentLapsed', life.commitment, { ...lifeOf(life), explanation: 'The day passed.', recordedBy: lead }),
    takesBack: (life) =>
      told('CommitmentWithdrawn', life.commitment, {
        ...lifeOf(life),
        explanation: 'They took it back.',
        withdrawnBy: lead,
      }),
  };
};
