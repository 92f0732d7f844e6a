import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type RecordedEvent, readEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { hashOfCleanReplay, hashOfViewFile } from '../views/clean-replay.ts';

export interface Judgement {
  readonly events: number;
  /** Sentences; empty when all is well. */
  readonly findings: readonly string[];
}

/** Looks at what a stopped Demarche left in `data`: whole files, every event readable and in its place, views as a replay makes them. */
export const judgeAfter = async (folder: string): Promise<Judgement> => {
  const eventsFile = join(folder, 'data', 'events.sqlite');
  const views = readdirSync(join(folder, 'data', 'views'))
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(folder, 'data', 'views', name));
  const findings = [eventsFile, ...views].flatMap(damageIn);
  const store = sqliteEventStore({ file: eventsFile });
  try {
    const events = await readEverything(store);
    findings.push(...events.flatMap(faultsOfEvent));
    const replayed = await hashOfCleanReplay(store, folder);
    const differing = views.filter((file) => hashOfViewFile(file) !== replayed);
    return {
      events: events.length,
      findings: [...findings, ...differing.map((file) => `${file} differs from a clean replay`)],
    };
  } finally {
    await store.close();
  }
};

const readEverything = async (store: EventStore): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const batch = await store.readAll(events.length, 5_000);
    if (batch.length === 0) return events;
    events.push(...batch);
  }
};

const faultsOfEvent = ({ position, type, data, metadata }: RecordedEvent, index: number): string[] => {
  try {
    readEvent({ type, data, schemaVersion: Number(metadata.schemaVersion) });
  } catch (error) {
    return [`the event at ${position} cannot be read: ${error}`];
  }
  return position === index + 1 ? [] : [`position ${position} is that of event ${index + 1}`];
};

const damageIn = (file: string): string[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  const lines = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
  database.close();
  return lines.map(({ integrity_check: line }) => line).filter((line) => line !== 'ok');
};
