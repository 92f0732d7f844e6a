import type { IsoDate, RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { appendScenario, demonstrationHistory } from '@demarche/testing/scenario';
import { readDemonstrationMark, writeDemonstrationMark } from './demonstration-mark.ts';
import { type DemonstrationSetting, demonstrationWanted } from './demonstration-wanted.ts';

export interface FillOptions {
  readonly store: EventStore;
  /** The data folder, which remembers that what it holds is made up. */
  readonly folder: string;
  readonly setting: DemonstrationSetting;
  readonly today: IsoDate;
  /** Told from time to time how many events are in. */
  readonly progress: (events: number) => void;
}

/**
 * Puts the demonstration in where it is wanted, and says whether what the store holds is one. After an interruption it
 * goes on: the past leads up to the day on which it was begun, and what is in already is the same append again.
 * @throws StartRefused
 */
export const fillDemonstration = async ({ store, folder, setting, today, progress }: FillOptions): Promise<boolean> => {
  const mark = readDemonstrationMark(folder);
  if (!demonstrationWanted(setting, mark?.state, (await store.head()) === 0)) return mark !== null;
  const day = mark?.day ?? today;
  writeDemonstrationMark(folder, { state: 'filling', day });
  await appendScenario(store, counted(demonstrationHistory({ today: day }), progress));
  writeDemonstrationMark(folder, { state: 'filled', day });
  return true;
};

const TOLD_EVERY = 500;

function* counted(events: Iterable<RecordedEvent>, progress: (events: number) => void): Generator<RecordedEvent> {
  let count = 0;
  for (const event of events) {
    count += 1;
    if (count % TOLD_EVERY === 0) progress(count);
    yield event;
  }
  progress(count);
}
