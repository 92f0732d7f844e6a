import type { RecordedEvent } from '@demarche/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../facts/point.ts';
import { createViewReader } from '../facts/view-reader.ts';
import { chanceStory, TODAY } from '../spec-kit/chance-story.ts';
import { everyQuestion } from '../spec-kit/every-question.ts';
import { type Viewing, viewing } from '../spec-kit/viewing.ts';
import { answerers } from './answerers.ts';
import { parkedRecords } from './parked-records.ts';

/** Every question answered for the same point: from the plain columns, or from the facts. */
const answers = ({ file }: Viewing, events: readonly RecordedEvent[], ready: Pick<Point, 'newest' | 'asKnownNow'>) =>
  file.read((engine) => {
    const point = { validTime: TODAY, systemPosition: file.checkpoint(), ...ready };
    const reader = createViewReader({ prepare: engine.prepare, point, parked: parkedRecords(engine) });
    return everyQuestion(events).map(({ query, question }) => ({
      query,
      question,
      answer: (answerers[query] as (reader: unknown, question: unknown) => unknown)(reader, question),
    }));
  });

describe('what is true now', () => {
  it('is answered alike from the plain columns, from some of them, and from the facts', () => {
    fc.assert(
      fc.property(chanceStory, (events) => {
        const views = viewing(events, TODAY);
        const ready = answers(views, events, { newest: true, asKnownNow: true });
        expect(ready).toEqual(answers(views, events, { newest: false, asKnownNow: true }));
        expect(ready).toEqual(answers(views, events, { newest: false, asKnownNow: false }));
        views.file.close();
      }),
      { numRuns: 40 },
    );
  }, 180_000);
});
