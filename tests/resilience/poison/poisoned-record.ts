import { join } from 'node:path';
import type { RecordedEvent } from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { aStory } from '@demarche/testing';
import { appendScenario } from '@demarche/testing/scenario';
import { asNewerReleaseWrites } from './newer-release.ts';

/** When the newer release wrote. */
export const POISONED_AT = '2026-09-01T12:00:00.000Z';

const meeting = { engagement: 'ENG-7F3K-2Q9X', on: '2026-07-20', countries: ['XKD'] };
const text = { symbol: 'A/RES/72/1', on: '2026-07-01' };

const before = () =>
  aStory()
    .recordedOn('2026-08-01')
    .publishes({
      country: 'XKD',
      year: 2026,
      name: 'Kaldara',
      asks: ['Train judges.', 'Fund shelters.', 'Pass the bill.'],
    })
    .publishes({ country: 'XNV', year: 2026, name: 'Norvia', asks: ['Train inspectors.'] })
    .publishes({ country: 'XMB', year: 2026, name: 'Marabai', asks: ['Screen workers.'] })
    .engages(meeting)
    .promises({ promise: 'ENG-7F3K-2Q9X-P1', on: '2026-07-20', country: 'XKD', wording: 'A bill by spring.' })
    .adopts({ ...text, commits: [{ wording: 'Adopt national action plans', countries: ['XNV'] }] })
    .acts({ action: 'ACT-7F3K-2Q9X', on: '2026-07-25', serves: ['XKD-2026-02'] });

type Story = ReturnType<typeof before>;

/** What the newer release wrote: something on a record of each kind. */
const poison: readonly ((story: Story) => Story)[] = [
  (story) => story.notesPace({ reference: 'XKD-2026-01', on: '2026-08-30', pace: 'delayed' }),
  (story) => story.correctsEngagement({ ...meeting, summary: 'They will bring the bill in by spring.' }),
  (story) => story.fulfils({ commitment: 'ENG-7F3K-2Q9X-P1', on: '2026-08-20', countries: ['XKD'] }),
  (story) => story.correctsInstrument({ ...text, title: 'Global plan of action' }),
  (story) => story.correctsAction({ action: 'ACT-7F3K-2Q9X', on: '2026-07-26', serves: ['XKD-2026-02'] }),
  (story) => story.correctsReport({ country: 'XNV', year: 2026, name: 'Norvia', asks: ['Train all inspectors.'] }),
];

export const POISONED_STREAMS = [
  'action-ACT-7F3K-2Q9X',
  'commitment-ENG-7F3K-2Q9X-P1',
  'countryReport-XNV-2026',
  'engagement-ENG-7F3K-2Q9X',
  'instrument-UNGA-A-RES-72-1',
  'recommendation-XKD-2026-01',
] as const;

/** Recorded after the poison: on the poisoned recommendation, where it has to wait, and beside it. */
const after = (story: Story): Story =>
  story
    .recordedOn('2026-10-01')
    .answers({ entry: 'XKD-2026-01-R1', on: '2026-09-20', response: 'supported' })
    .notesPace({ reference: 'XKD-2026-01', on: '2026-09-25', pace: 'on_track' })
    .answers({ entry: 'XKD-2026-03-R1', on: '2026-09-20', response: 'supported' });

/** A history of which a newer release wrote a part. With `poisoned: false`, the same without that. */
export const poisonedRecord = ({ poisoned = true } = {}): readonly RecordedEvent[] => {
  const story = before();
  const first = story.position();
  story.recordedOn(POISONED_AT);
  for (const write of poison) write(story);
  const last = story.position();
  return after(story)
    .events()
    .map((event) =>
      poisoned && event.position > first && event.position <= last ? asNewerReleaseWrites(event) : event,
    );
};

/** Writes a history into the data folder of a Demarche that does not run. */
export const putInto = async (dataFolder: string, record: Iterable<RecordedEvent>): Promise<void> => {
  const store = sqliteEventStore({ file: join(dataFolder, 'events.sqlite') });
  await appendScenario(store, record);
  await store.close();
};
