import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { InstrumentId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { InstrumentContent } from './record-forum-instrument.ts';

export const CorrectForumInstrument = defineCommand({
  name: 'correct-forum-instrument',
  service: 'commitments',
  path: '/forum-instruments/:instrumentId/corrections',
  doc: 'Corrects what was recorded of a forum’s text. The request is the whole description as it should be; its commitments stay.',
  input: z.strictObject({ instrumentId: InstrumentId, ...InstrumentContent, reason: Paragraph }),
  rejections: {
    'instrument-unknown': 'No such text is on record',
    'occurred-in-the-future': 'The day given lies in the future',
    'due-before-adoption': 'A commitment would be due before the text was adopted',
    'nothing-to-correct': 'The correction changes nothing',
  },
});
export type CorrectForumInstrument = InputOf<typeof CorrectForumInstrument>;

export const ForumInstrumentCorrected = defineEvent({
  type: 'ForumInstrumentCorrected',
  version: 1,
  owner: 'commitments',
  stream: 'instrument',
  doc: 'What was recorded of a forum’s text was wrong and is corrected.',
  data: z.object({ instrumentId: InstrumentId, ...InstrumentContent, reason: Paragraph, correctedBy: Officer }),
  countries: () => [],
});
export type ForumInstrumentCorrected = EventOf<typeof ForumInstrumentCorrected>;
