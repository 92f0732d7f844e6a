import { describe, expect, test } from 'vitest';
import type { TimelineEntry } from '../graphql/answers.ts';
import { daysOf } from './days-of.ts';
import { describeEntry, numberOf } from './describe-entry.ts';

const carried = {
  id: 'e1',
  side: 'theirs',
  occurredOn: '2026-05-03',
  recordedAt: '2026-05-04T08:00:00.000Z',
  position: 7,
  countries: ['XKD'],
  recommendations: ['XKD-2026-01', 'XKD-2025-04'],
  pillars: [],
  by: null,
  correctedAt: null,
};
const entry = (kind: string, more: object): TimelineEntry =>
  ({ ...carried, kind, ...more }) as unknown as TimelineEntry;
const reading = { day: '2026-11-21', year: 2026 };
const promise = entry('promise', {
  commitmentId: 'ENG-7F3K-2Q9X-P1',
  engagementId: 'ENG-7F3K-2Q9X',
  wording: 'The draft goes to parliament.',
  dueOn: '2026-10-31',
  responsibleBody: 'Ministry of Labour',
  madeBy: 'T. Varga',
  state: 'open',
  overdue: true,
});
const action = entry('concrete-action', {
  actionId: 'ACT-7F3K-2Q9X',
  description: 'A second shelter opened.',
  responsibleBody: null,
  evidence: [],
});

describe('an entry of the timeline', () => {
  test('a promise says when it is due, and leads to its page', () => {
    expect(describeEntry(promise, reading)).toEqual({
      label: 'Promise',
      notes: ['due 31 Oct', 'overdue'],
      text: 'The draft goes to parliament → 1, 4 of 2025',
      more: 'T. Varga and Ministry of Labour',
      tone: 'promise',
      to: '/commitments/ENG-7F3K-2Q9X-P1',
    });
  });

  test('a promise and an action never look alike', () => {
    expect(describeEntry(promise, reading).tone).not.toBe(describeEntry(action, reading).tone);
  });

  test('an action without evidence says so', () => {
    expect(describeEntry(action, reading).notes).toEqual(['no evidence given']);
  });

  test('what was recorded much later, or corrected, says so', () => {
    const late = {
      ...action,
      recordedAt: '2026-05-14T08:00:00.000Z',
      correctedAt: '2026-06-01T08:00:00.000Z',
    } as TimelineEntry;
    expect(describeEntry(late, reading).notes).toEqual([
      'no evidence given',
      'recorded 11 days later',
      'corrected 1 Jun',
    ]);
  });

  test('a démarche is called by its form, and tells how each recommendation was taken', () => {
    const demarche = entry('engagement', {
      side: 'ours',
      engagementId: 'ENG-7F3K-2Q9X',
      channel: 'meeting',
      deliveryForm: 'demarche',
      place: null,
      post: 'Embassy Kald City',
      counterparts: [{ name: 'T. Varga', title: 'Deputy Minister of Justice', body: null }],
      summary: 'We left a note.',
      raised: [{ reference: 'XKD-2026-01', reception: 'welcomed', note: null }],
    });
    expect(describeEntry(demarche, reading)).toMatchObject({
      label: 'Démarche',
      notes: ['Embassy Kald City'],
      text: 'Deputy Minister of Justice. Raised: 1 (welcomed).',
      tone: 'ask',
    });
  });

  test('a publication counts what came again', () => {
    const published = entry('report-published', {
      side: 'both',
      reportId: 'XKD-2026',
      reportYear: 2026,
      occurredOnBasis: 'statutory',
      tier: { value: 'tier-2-watch-list' },
      recommendationCount: 12,
      lineage: { same: 7, reworded: 3, new: 2 },
    });
    expect(describeEntry(published, reading)).toMatchObject({
      label: '2026 report published',
      notes: ['statutory date; release date not given'],
      text: 'Tier 2 Watch List · 12 recommendations: 7 repeated, 3 reworded, 2 new',
    });
  });
});

test('a recommendation is called by its number, and by its year where that is another', () => {
  expect(numberOf('XKD-2026-04', 2026)).toBe('4');
  expect(numberOf('XKD-2025-04', 2026)).toBe('4 of 2025');
});

test('a day holds both sides, in the order in which they came', () => {
  const asked = { ...promise, id: 'e2', side: 'ours' } as TimelineEntry;
  const earlier = { ...action, id: 'e3', occurredOn: '2026-05-01' } as TimelineEntry;
  expect(daysOf([promise, asked, earlier]).map(({ day, ours, theirs }) => [day, ours.length, theirs.length])).toEqual([
    ['2026-05-03', 1, 1],
    ['2026-05-01', 0, 1],
  ]);
});

test.each([
  ['complete', 'Tier 2 · 2 recommendations: 2 new'],
  ['cut', 'Tier 2 · 2 recommendations read; the source breaks off there: 2 new'],
])('a report whose list is %s says how much of it was read', (section, text) => {
  const lineage = { same: 0, reworded: 0, new: 2 };
  const tier = { value: 'tier-2' };
  const report = { section };
  const published = { reportId: 'XKD-2026', reportYear: 2026, occurredOnBasis: 'given', recommendationCount: 2 };
  expect(describeEntry(entry('report-published', { ...published, tier, lineage, report }), reading).text).toBe(text);
});
