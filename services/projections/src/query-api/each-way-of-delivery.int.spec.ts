import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceStory, TODAY } from '../spec-kit/chance-story.ts';
import { tellEachWay } from '../spec-kit/tell-each-way.ts';

describe('at-least-once delivery', () => {
  it('leaves the same rows and the same answers, however often and in whatever batches events come', async () => {
    await fc.assert(
      fc.asyncProperty(chanceStory, async (events) => {
        const { once, twice, rebuilt, inBulk } = await tellEachWay(events, TODAY);
        expect(twice).toEqual(once);
        expect(rebuilt).toEqual(once);
        expect(inBulk).toEqual(once);
      }),
      { numRuns: 25 },
    );
  }, 180_000);
});
