import { aStory } from '@demarche/testing';
import { describe, expect, it } from 'vitest';
import { viewing } from '../spec-kit/viewing.ts';

const ENGAGEMENT = 'ENG-7F3K-2Q9X';

const story = () =>
  aStory()
    .recordedOn('2026-09-09')
    .publishes({ country: 'XKD', year: 2026, asks: ['Train judges.'] })
    .engages({ engagement: ENGAGEMENT, on: '2026-09-08', countries: ['XKD'] })
    .raises({ engagement: ENGAGEMENT, on: '2026-09-08', reference: 'XKD-2026-01', reception: 'deferred' })
    .promises({ promise: `${ENGAGEMENT}-P1`, on: '2026-09-08', country: 'XKD', serves: ['XKD-2026-01'] })
    .assigns({ followUp: `${ENGAGEMENT}-F1`, on: '2026-09-08', countries: ['XKD'] })
    .assigns({ followUp: `${ENGAGEMENT}-F2`, on: '2026-09-09', countries: ['XKD'] })
    .recordedOn('2026-09-20');

describe('an engagement whose day is corrected', () => {
  const views = viewing(
    story()
      .correctsEngagement({ engagement: ENGAGEMENT, on: '2026-08-01', countries: ['XKD', 'XLS'] })
      .events(),
    '2026-11-21',
  );
  const atThe = async (day: string, systemTime?: string) => {
    const at = { validTime: day, ...(systemTime ? { systemTime } : {}) };
    const [engagement] = await views.ask('engagements-by-id', { ids: [ENGAGEMENT] }, at);
    return (
      engagement && {
        raised: engagement.raised.length,
        promises: engagement.promises.length,
        followUps: engagement.followUps.map(({ followUpId }) => followUpId.slice(-2)),
      }
    );
  };

  it('takes along what was raised, promised and taken on in it, and nothing that was taken on later', async () => {
    expect(await atThe('2026-08-15')).toEqual({ raised: 1, promises: 1, followUps: ['F1'] });
    expect(await atThe('2026-08-15', '2026-09-19')).toBeNull();
    expect(await atThe('2026-09-09')).toEqual({ raised: 1, promises: 1, followUps: ['F1', 'F2'] });
  });

  it('shows in the timelines of the countries it names now', async () => {
    const [serra] = await views.ask('timelines', { subjects: [{ kind: 'country', country: 'XLS' }] });
    expect(serra?.rows.map(({ node }) => [node.id, node.occurredOn, node.correctedAt])).toEqual([
      [ENGAGEMENT, '2026-08-01', '2026-09-20T12:00:00.000Z'],
    ]);
  });
});

describe('an engagement that was withdrawn', () => {
  const views = viewing(
    story()
      .withdrawsEngagement({ engagement: ENGAGEMENT, countries: ['XKD'], on: '2026-09-20' })
      .events(),
    '2026-11-21',
  );

  it('is still told by its reference, with what hung on it, and is in no list', async () => {
    const [engagement] = await views.ask('engagements-by-id', { ids: [ENGAGEMENT] });
    expect(engagement).toMatchObject({
      withdrawn: { reason: 'Logged twice.' },
      raised: [{ reception: 'deferred' }],
      promises: [{}],
      followUps: [{}, {}],
    });
    expect(await views.ask('engagements', {})).toMatchObject({ total: 0 });
    expect(await views.ask('follow-ups', {})).toMatchObject({ total: 0 });
    expect(await views.ask('commitments', {})).toMatchObject({ total: 0 });
    expect(await views.ask('search-everything', { text: 'parliament' })).toMatchObject({ total: 0 });
    expect(
      await views.ask('timelines', { subjects: [{ kind: 'recommendation', reference: 'XKD-2026-01' }] }),
    ).toMatchObject([{ total: 1 }]);
  });

  it('was there until then', async () => {
    expect(await views.ask('engagements', {}, { systemTime: '2026-09-19' })).toMatchObject({ total: 1 });
  });
});
