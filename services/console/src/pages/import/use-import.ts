import { useRef, useState } from 'preact/hooks';
import { type Sent, sendCommand } from '../../graphql/send-command.ts';
import { publishInput } from './amendments-of.ts';
import { type Entry, entryOf, isWorthSaving, partsOf, readAs } from './preview.ts';
import { previewFile } from './preview-file.ts';

export interface Importing {
  readonly entries: readonly Entry[];
  readonly saving: boolean;
  readonly progress: { readonly done: number; readonly of: number } | null;
  add(files: readonly File[]): void;
  put(key: string, changes: Partial<Entry>): void;
  readAgain(key: string, hints: Entry['hints']): void;
  /** Reads each narrative of a file that holds several as a report of its own. */
  split(key: string): void;
  save(): Promise<void>;
  clear(): void;
}

const becameOf = (sent: Sent): Partial<Entry> => {
  switch (sent.outcome) {
    case 'answered':
      return { state: 'saved', message: savedAs(sent.answer) };
    case 'refused':
      return {
        state: 'failed',
        message: [
          sent.refusal.detail,
          ...(sent.refusal.errors ?? []).map(({ message, field }) => `${field} ${message}`),
        ].join(' '),
      };
    case 'lost':
      return { state: 'failed', message: `${sent.reason} Save again: nothing is recorded twice.` };
  }
};

const savedAs = ({
  recorded,
  events,
}: {
  readonly recorded: boolean;
  readonly events: ReadonlyArray<{ readonly type: string }>;
}): string => {
  if (!recorded) return 'Unchanged';
  return events.some(({ type }) => type === 'CountryReportRewordingReceived') ? 'Kept for review' : 'Saved';
};

/** Reads files one after another, then saves those that were chosen one after another: a broken connection loses at most one answer. */
export const useImport = (): Importing => {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [progress, setProgress] = useState<Importing['progress']>(null);
  const [saving, setSaving] = useState(false);
  const held = useRef<readonly Entry[]>([]);
  const change = (next: readonly Entry[]) => {
    held.current = next;
    setEntries(next);
  };
  const put = (key: string, changes: Partial<Entry>) =>
    change(held.current.map((entry) => (entry.key === key ? { ...entry, ...changes } : entry)));

  const orSay = async (key: string, reading: () => Promise<void>) => {
    try {
      await reading();
    } catch (fault) {
      put(key, { state: 'unreadable', message: fault instanceof Error ? fault.message : 'It could not be read.' });
    }
  };
  const read = ({ key, file, part }: Entry, hints: Entry['hints']) =>
    orSay(key, async () => {
      const row = (await previewFile(file, { hints, split: part !== null }))[part ?? 0];
      if (!row) throw new Error('The file no longer holds this narrative. Begin anew.');
      put(key, { ...readAs(row), hints });
    });
  const readParts = (entry: Entry) =>
    orSay(entry.key, async () => {
      const rows = await previewFile(entry.file, { hints: entry.hints, split: true });
      change(held.current.flatMap((one) => (one.key === entry.key ? partsOf(entry, rows) : [one])));
    });

  return {
    entries,
    saving,
    progress,
    put,
    add(files) {
      const known = new Set(held.current.map(({ key }) => key));
      const young = files.map(entryOf).filter(({ key }) => !known.has(key));
      change([...held.current, ...young]);
      void (async () => {
        for (const entry of young) await read(entry, {});
      })();
    },
    readAgain(key, hints) {
      const entry = held.current.find((one) => one.key === key);
      if (!entry) return;
      put(key, { state: 'reading', row: null, report: null, commandId: crypto.randomUUID() });
      void read(entry, hints);
    },
    split(key) {
      const entry = held.current.find((one) => one.key === key);
      if (!entry) return;
      put(key, { state: 'reading' });
      void readParts(entry);
    },
    async save() {
      const chosen = held.current.filter(isWorthSaving);
      setSaving(true);
      for (const [done, entry] of chosen.entries()) {
        setProgress({ done, of: chosen.length });
        put(entry.key, { state: 'saving' });
        put(
          entry.key,
          becameOf(
            await sendCommand({
              name: 'publishCountryReport',
              input: publishInput(entry),
              idempotencyKey: entry.commandId,
            }),
          ),
        );
      }
      setProgress({ done: chosen.length, of: chosen.length });
      setSaving(false);
    },
    clear() {
      change([]);
      setProgress(null);
    },
  };
};
