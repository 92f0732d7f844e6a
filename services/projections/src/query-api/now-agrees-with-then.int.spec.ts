import type { RecordedEvent } from '@demarche/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createViewReader } from '../facts/view-reader.ts';
import { chanceStory, TODAY } from '../spec-kit/chance-story.ts';
import { everyQuestion } from '../spec-kit/every-question.ts';
import { viewing } from '../spec-kit/viewing.ts';
import { answerers } from './answerers.ts';
import { parkedRecords } from './parked-records.ts';

/** Every question answered twice for the same point: from the plain columns, and from the facts. */
const answers = (events: readonly RecordedEvent[], newest: boolean) => {
  const { file } = viewing(events, TODAY);
  const asked = file.read((engine) => {
    const point = { validTime: TODAY, systemPosition: file.checkpoint(), newest };
    const reader = createViewReader({ prepare: engine.prepare, point, parked: parkedRecords(engine) });
    return everyQuestion(events).map(({ query, question }) => ({
      query,
      question,
      answer: (answerers[query] as (reader: unknown, question: unknown) => unknown)(reader, question),
    }));
  });
  file.close();
  return asked;
};

describe('what is true now', () => {
  it('is answered alike from the plain columns and from the facts', () => {
    fc.assert(
      fc.property(chanceStory, (events) => {
        expect(answers(events, true)).toEqual(answers(events, false));
      }),
      { numRuns: 60 },
    );
  });
});
