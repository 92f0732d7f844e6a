import type { Recommendation } from '@demarche/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceDay, chanceStory, TODAY } from '../spec-kit/chance-story.ts';
import { type NaiveRecommendation, naiveRecord } from '../spec-kit/naive-record.ts';
import { viewing } from '../spec-kit/viewing.ts';

const COUNTRIES = ['XKD', 'XLS'];

const inShort = (found: Recommendation | null): NaiveRecommendation | null =>
  found && {
    recordState: found.recordState,
    succeededBy: found.succeededBy,
    response: found.response.value,
    status: found.implementation.status,
    lastPeriod: found.implementation.lastPeriod?.assessmentId ?? null,
    raised: found.raised.times,
    actions: found.actions.count,
    promises: found.promises.map(({ commitmentId, state }) => `${commitmentId} ${state}`).sort(),
    askedYears: found.askedYears,
  };

describe('any point on both clocks', () => {
  it('is answered as the simplest reading of the rules answers it', async () => {
    const point = fc.record({ day: chanceDay, share: fc.double({ min: 0, max: 1, noNaN: true }) });
    await fc.assert(
      fc.asyncProperty(chanceStory, fc.array(point, { minLength: 1, maxLength: 5 }), async (events, points) => {
        const views = viewing(events, TODAY);
        const whole = { day: TODAY, share: 1 };
        for (const { day, share } of [whole, { day: TODAY, share: 0.5 }, ...points]) {
          const at = { validTime: day, systemTime: Math.round(share * events.length) };
          const naive = naiveRecord(events, at.systemTime, day);
          const found = await views.ask('recommendations-by-reference', { references: naive.references }, at);
          expect(found.map(inShort)).toEqual(naive.references.map(naive.recommendation));
          const pages = await views.ask(
            'timelines',
            { subjects: COUNTRIES.map((country) => ({ kind: 'country', country })), first: 200 },
            at,
          );
          expect(pages.map(({ rows }) => rows.map(({ node }) => node.id))).toEqual(COUNTRIES.map(naive.timeline));
          const countries = await views.ask('countries-by-code', { codes: COUNTRIES }, at);
          expect(
            countries.map(
              (country) =>
                country?.tierHistory.map(({ reportYear, value }) => ({ year: reportYear, tier: value })) ?? [],
            ),
          ).toEqual(COUNTRIES.map(naive.tiers));
          const open = countries.map((country) => ({
            promises: country?.openPromises ?? 0,
            followUps: country?.openFollowUps ?? 0,
          }));
          expect(open).toEqual(COUNTRIES.map(naive.openItems));
          const log = await views.ask('engagements', { filter: { countries: ['XKD'] }, first: 200 }, at);
          expect(log.rows.map(({ node }) => node.engagementId)).toEqual(naive.log('XKD'));
          expect(countries.map((country) => country !== null)).toEqual(COUNTRIES.map(naive.isHeld));
        }
        views.file.close();
      }),
      { numRuns: 80 },
    );
  }, 180_000);
});
