import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceStory, TODAY } from '../spec-kit/chance-story.ts';
import { tellThreeWays } from '../spec-kit/tell-three-ways.ts';

describe('at-least-once delivery', () => {
  it('leaves the same rows and the same answers, however often and in whatever batches events come', async () => {
    await fc.assert(
      fc.asyncProperty(chanceStory, async (events) => {
        const { once, twice, rebuilt } = await tellThreeWays(events, TODAY);
        expect(twice).toEqual(once);
        expect(rebuilt).toEqual(once);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
