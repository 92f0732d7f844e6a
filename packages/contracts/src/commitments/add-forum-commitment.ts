import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { InstrumentId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { IsoDate } from '../values/time.ts';
import { ForumCommitment, ForumCommitmentRequest } from './record-forum-instrument.ts';

export const AddForumCommitment = defineCommand({
  name: 'add-forum-commitment',
  service: 'commitments',
  path: '/forum-instruments/:instrumentId/commitments',
  doc: 'Adds a commitment to a forum’s text that is already on record.',
  input: z.strictObject({ instrumentId: InstrumentId, ...ForumCommitmentRequest.shape }),
  rejections: {
    'instrument-unknown': 'No such text is on record',
    'concrete-needs-target': 'A concrete commitment names what will be measured',
    'due-before-adoption': 'The commitment would be due before the text was adopted',
    'recommendation-unknown': 'A recommendation named is not on record',
    'commitment-on-record': 'The same paragraph with the same words is already on record',
  },
});
export type AddForumCommitment = InputOf<typeof AddForumCommitment>;

export const ForumCommitmentAdded = defineEvent({
  type: 'ForumCommitmentAdded',
  version: 1,
  owner: 'commitments',
  stream: 'instrument',
  doc: 'A further commitment of a forum’s text was put on record.',
  data: z.object({
    instrumentId: InstrumentId,
    /** The day the forum adopted the text. */
    occurredOn: IsoDate,
    commitment: ForumCommitment,
    recordedBy: Officer,
  }),
  countries: (data) => data.commitment.countries,
});
export type ForumCommitmentAdded = EventOf<typeof ForumCommitmentAdded>;
