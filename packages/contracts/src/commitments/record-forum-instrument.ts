import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { eachOnce } from '../values/each-once.ts';
import { CommitmentId, CountryCode, InstrumentId, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Line, Paragraph, WebAddress } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { commitmentForces, forums } from '../vocabularies/index.ts';

/** One commitment in the text of a forum. */
export const ForumCommitmentRequest = z.strictObject({
  /** As the document counts it: "operative paragraph 4". */
  paragraph: Line.nullable().default(null),
  wording: Paragraph,
  force: vocabulary(commitmentForces),
  measurableTarget: Paragraph.nullable().default(null),
  dueOn: IsoDate.nullable().default(null),
  /** The countries bound; none means all participants of the forum. */
  countries: eachOnce(CountryCode).max(250).default([]),
  recommendations: eachOnce(RecommendationReference).max(30).default([]),
});
export type ForumCommitmentRequest = z.infer<typeof ForumCommitmentRequest>;

export const ForumCommitment = z.object({
  commitmentId: CommitmentId,
  ordinal: z.number().int().min(1).max(999),
  ...ForumCommitmentRequest.shape,
});
export type ForumCommitment = z.infer<typeof ForumCommitment>;

/** What is recorded of a forum's text itself; a correction replaces it whole. */
export const InstrumentContent = {
  session: Line.nullable().default(null),
  title: Paragraph,
  /** The day the forum adopted it. */
  occurredOn: IsoDate,
  sourceAddress: WebAddress.nullable().default(null),
};

export const RecordForumInstrument = defineCommand({
  name: 'record-forum-instrument',
  service: 'commitments',
  path: '/forum-instruments',
  doc: 'Records a text that a forum adopted, with the commitments in it.',
  input: z.strictObject({
    forum: vocabulary(forums),
    /** As the forum counts its documents: "A/RES/72/1". */
    documentSymbol: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .regex(/[A-Za-z0-9]/, 'must hold a letter or a digit'),
    ...InstrumentContent,
    commitments: z.array(ForumCommitmentRequest).max(200).default([]),
  }),
  rejections: {
    'instrument-on-record': 'A text with this symbol is already on record',
    'occurred-in-the-future': 'The day given lies in the future',
    'concrete-needs-target': 'A concrete commitment names what will be measured',
    'due-before-adoption': 'A commitment would be due before the text was adopted',
    'recommendation-unknown': 'A recommendation named is not on record',
  },
});
export type RecordForumInstrument = InputOf<typeof RecordForumInstrument>;

export const ForumInstrumentRecorded = defineEvent({
  type: 'ForumInstrumentRecorded',
  version: 1,
  owner: 'commitments',
  stream: 'instrument',
  doc: 'A forum adopted a text that holds commitments.',
  data: z.object({
    instrumentId: InstrumentId,
    forum: vocabulary(forums),
    documentSymbol: Line,
    ...InstrumentContent,
    commitments: z.array(ForumCommitment),
    recordedBy: Officer,
  }),
  countries: (data) => [...new Set(data.commitments.flatMap((commitment) => commitment.countries))],
});
export type ForumInstrumentRecorded = EventOf<typeof ForumInstrumentRecorded>;
