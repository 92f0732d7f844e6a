import type { Question, RecordedEvent } from '@demarche/contracts';
import { aStory } from '@demarche/testing';
import { describe, expect, test } from 'vitest';
import { openViewFile } from '../engine/view-file.ts';
import { projectors } from '../projectors.ts';
import { createQueryClient } from './create-query-client.ts';

const POISONED_AT = '2026-09-01T12:00:00.000Z';
const meeting = { engagement: 'ENG-7F3K-2Q9X', on: '2026-07-20', countries: ['XKD'] };
const text = { symbol: 'A/RES/72/1', on: '2026-07-01' };

/** Everything of which there is a page, in two countries. */
const record = () =>
  aStory()
    .recordedOn('2026-08-01')
    .publishes({ country: 'XKD', year: 2026, asks: ['Train judges.', 'Fund shelters.'] })
    .publishes({ country: 'XNV', year: 2026, asks: ['Pass the draft law.'] })
    .engages(meeting)
    .promises({ promise: 'ENG-7F3K-2Q9X-P1', on: '2026-07-20', country: 'XKD', wording: 'A bill by spring.' })
    .adopts({ ...text, commits: [{ wording: 'Adopt national action plans', countries: ['XNV'] }] })
    .acts({ action: 'ACT-7F3K-2Q9X', on: '2026-07-25', serves: ['XKD-2026-02'] })
    .recordedOn(POISONED_AT);

type Story = ReturnType<typeof record>;

/** The last event as a newer release would have written it. */
const ofNewerRelease = (story: Story, change: Partial<RecordedEvent> = {}): readonly RecordedEvent[] => {
  const events = [...story.events()];
  const last = events.pop() as RecordedEvent;
  return [...events, { ...last, metadata: { ...last.metadata, schemaVersion: '99' }, ...change }];
};

const asked = {
  recommendations: { query: 'recommendations', arguments: {} },
  engagements: { query: 'engagements', arguments: {} },
  commitments: { query: 'commitments', arguments: {} },
  instruments: { query: 'instruments', arguments: {} },
  portfolio: { query: 'portfolio', arguments: {} },
} as const;

interface Row {
  readonly reference?: string;
  readonly engagementId?: string;
  readonly commitmentId?: string;
  readonly instrumentId?: string;
  readonly country?: string;
  readonly notUpToDateSince: string | null;
}

interface Listed {
  readonly rows: ReadonlyArray<{ readonly node: Row }>;
}

const nameOf = ({ reference, commitmentId, engagementId, instrumentId, country }: Row): string =>
  reference ?? commitmentId ?? engagementId ?? instrumentId ?? country ?? '';

/** The names of the rows in all lists that say that they are not up to date. */
const behindIn = async (events: readonly RecordedEvent[]) => {
  const views = openViewFile(':memory:', projectors);
  views.apply(events);
  const client = createQueryClient({
    views,
    projections: { waitFor: async () => true, status: () => Promise.reject(new Error('Nobody asks for it.')) },
    clock: { now: () => '2026-11-21T12:00:00.000Z' },
  });
  const { results } = await client.ask(Object.values(asked) as unknown as Question[]);
  const rows = results.flatMap((result) => {
    const listed = result as Listed & { readonly page?: Listed };
    return (listed.page ?? listed).rows.map(({ node }) => node);
  });
  expect(rows).toHaveLength(9);
  const behind = rows.filter(({ notUpToDateSince }) => notUpToDateSince !== null);
  for (const { notUpToDateSince } of behind) expect(notUpToDateSince).toBe(POISONED_AT);
  return behind.map(nameOf).sort();
};

test('given nothing is parked, then every list is up to date', async () => {
  expect(await behindIn(record().events())).toEqual([]);
});

describe('given an event that could not be read, then it shows in the lists on', () => {
  test.each<[string, (story: Story) => Story, readonly string[]]>([
    [
      'a recommendation and its country',
      (story) => story.notesPace({ reference: 'XKD-2026-01', on: '2026-08-30', pace: 'delayed' }),
      ['XKD', 'XKD-2026-01'],
    ],
    [
      'every recommendation of a report',
      (story) => story.correctsReport({ country: 'XKD', year: 2026, asks: ['Train all judges.', 'Fund shelters.'] }),
      ['XKD', 'XKD-2026-01', 'XKD-2026-02'],
    ],
    [
      'an engagement and the promises made in it',
      (story) => story.correctsEngagement({ ...meeting, summary: 'They will bring the bill in by spring.' }),
      ['ENG-7F3K-2Q9X', 'ENG-7F3K-2Q9X-P1', 'XKD'],
    ],
    [
      'the recommendation that was raised',
      (story) => story.raises({ engagement: 'ENG-7F3K-2Q9X', on: '2026-07-20', reference: 'XKD-2026-01' }),
      ['ENG-7F3K-2Q9X', 'ENG-7F3K-2Q9X-P1', 'XKD', 'XKD-2026-01'],
    ],
    [
      'a promise',
      (story) => story.fulfils({ commitment: 'ENG-7F3K-2Q9X-P1', on: '2026-08-20', countries: ['XKD'] }),
      ['ENG-7F3K-2Q9X-P1', 'XKD'],
    ],
    [
      'a forum’s text, the commitments in it and their countries',
      (story) => story.correctsInstrument({ ...text, title: 'Another title' }),
      ['UNGA-A-RES-72-1', 'UNGA-A-RES-72-1-C01', 'XNV'],
    ],
    [
      'the recommendation that an action serves',
      (story) => story.correctsAction({ action: 'ACT-7F3K-2Q9X', on: '2026-07-26', serves: ['XKD-2026-02'] }),
      ['XKD', 'XKD-2026-02'],
    ],
  ])('%s', async (_what, tell, behind) => {
    expect(await behindIn(ofNewerRelease(tell(record())))).toEqual(behind);
  });

  test('the record of its stream, where its type is not known and its data says nothing', async () => {
    const story = record().notesPace({ reference: 'XNV-2026-01', on: '2026-08-30', pace: 'delayed' });
    const unknown = { type: 'SomethingNewer', data: ['nothing', 'known'] } as unknown as Partial<RecordedEvent>;
    expect(await behindIn(ofNewerRelease(story, unknown))).toEqual(['XNV', 'XNV-2026-01']);
  });
});

describe('given an event of which nothing can be told, then it shows wherever its record shows already', () => {
  test.each<[string, (story: Story) => Story, readonly string[]]>([
    [
      'the recommendation that an action served',
      (story) => story.correctsAction({ action: 'ACT-7F3K-2Q9X', on: '2026-07-26', serves: ['XKD-2026-02'] }),
      ['XKD', 'XKD-2026-02'],
    ],
    [
      'the country of an engagement',
      (story) => story.correctsEngagement({ ...meeting, summary: 'They will bring the bill in by spring.' }),
      ['ENG-7F3K-2Q9X', 'ENG-7F3K-2Q9X-P1', 'XKD'],
    ],
    [
      'the country of a forum’s text',
      (story) => story.correctsInstrument({ ...text, title: 'Another title' }),
      ['UNGA-A-RES-72-1', 'UNGA-A-RES-72-1-C01', 'XNV'],
    ],
  ])('%s', async (_what, tell, behind) => {
    expect(await behindIn(ofNewerRelease(tell(record()), { data: { inside: 'unknown' } }))).toEqual(behind);
  });
});

test('a record is behind since the first event that could not be taken, and what waits behind it counts as well', async () => {
  const poisoned = ofNewerRelease(record().notesPace({ reference: 'XKD-2026-01', on: '2026-08-30', pace: 'delayed' }));
  const later = record()
    .correctsEngagement({ ...meeting, summary: 'Another word.' })
    .recordedOn('2026-10-01')
    .raises({ engagement: 'ENG-7F3K-2Q9X', on: '2026-07-20', reference: 'XKD-2026-02' })
    .events();
  const [waiting, correction] = [later.at(-1), later.at(-2)] as [RecordedEvent, RecordedEvent];
  const unreadable = { ...correction, metadata: { ...correction.metadata, schemaVersion: '99' } };
  const all = [...poisoned, unreadable, waiting].map((event, index) => ({ ...event, position: index + 1 }));
  expect(await behindIn(all)).toEqual(['ENG-7F3K-2Q9X', 'ENG-7F3K-2Q9X-P1', 'XKD', 'XKD-2026-01', 'XKD-2026-02']);
});
