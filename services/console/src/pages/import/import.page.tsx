import { useRef, useState } from 'preact/hooks';
import { useAddress } from '../../address/address-provider.tsx';
import { isNow } from '../../address/point-in-time.ts';
import { Page } from '../../app/page.tsx';
import { counted } from '../../words/days.ts';
import { DemonstrationNotice } from './demonstration-notice.tsx';
import { ImportRow } from './import-row.tsx';
import { type Entry, isWorthSaving } from './preview.ts';
import { type Importing, useImport } from './use-import.ts';

const Choose = ({ add }: Pick<Importing, 'add'>) => {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => files && add([...files]);
  return (
    <div
      class={over ? 'drop drop--over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label class="usa-label" for="import-files">
        Saved pages or texts, as many as you like
      </label>
      <p class="usa-hint">
        A country’s narrative of one year in each file (.html or .txt); a file of several can be split. Drop them here,
        or choose them.
      </p>
      <input
        ref={input}
        id="import-files"
        type="file"
        multiple
        accept=".html,.htm,.txt,text/html,text/plain"
        onChange={(event) => {
          take(event.currentTarget.files);
          if (input.current) input.current.value = '';
        }}
      />
    </div>
  );
};

const summaryOf = (entries: readonly Entry[]): string => {
  const count = (holds: (entry: Entry) => boolean) => entries.filter(holds).length;
  const parts: ReadonlyArray<readonly [number, string]> = [
    [count(({ state }) => state === 'reading'), 'being read'],
    [count(({ row, state }) => row?.outcome === 'new' && state === 'read'), 'new'],
    [count(({ row, state }) => row?.outcome === 'reworded' && state === 'read'), 'reworded'],
    [count(({ row }) => row?.outcome === 'unchanged'), 'unchanged'],
    [count(({ row, state }) => row?.outcome === 'unsure' && state === 'read'), 'to be checked'],
    [count(({ row }) => row?.outcome === 'refused'), 'refused'],
    [count(({ state }) => state === 'saved'), 'saved'],
    [count(({ state }) => state === 'failed' || state === 'unreadable'), 'failed'],
  ];
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(' · ');
};

const Rows = ({ importing }: { readonly importing: Importing }) => {
  const { entries, put, readAgain, split, progress, saving } = importing;
  const worth = entries.filter(isWorthSaving).length;
  return (
    <>
      <p class="count" role="status">
        {counted(entries.length, 'file')}: {summaryOf(entries)}
        {saving && progress && ` · saving ${progress.done + 1} of ${progress.of}`}
      </p>
      {progress && <progress class="import-progress" max={progress.of} value={progress.done} aria-label="Saving" />}
      <ul class="import-rows">
        {entries.map((entry) => (
          <ImportRow
            key={entry.key}
            entry={entry}
            put={(changes) => put(entry.key, changes)}
            readAgain={(hints) => readAgain(entry.key, hints)}
            split={() => split(entry.key)}
          />
        ))}
      </ul>
      <p class="form__end">
        <button
          type="button"
          class="usa-button"
          aria-disabled={saving || worth === 0}
          onClick={() => !saving && worth > 0 && void importing.save()}
        >
          {worth === 0 ? 'Nothing to save' : `Save ${counted(worth, 'report')}`}
        </button>
        <button
          type="button"
          class="usa-button usa-button--outline"
          aria-disabled={saving}
          onClick={() => !saving && importing.clear()}
        >
          Begin anew
        </button>
      </p>
    </>
  );
};

export const ImportPage = () => {
  const { address } = useAddress();
  const importing = useImport();
  if (!isNow(address.point)) {
    return (
      <Page title="Import reports">
        <p class="notice">Nothing is recorded from a day in the past. Go back to today first.</p>
      </Page>
    );
  }
  return (
    <Page
      title="Import reports"
      lead="Each file is read and held against what is on record; you see what saving would do before anything is saved. The same file twice changes nothing."
      crumbs={[{ to: '/countries', name: 'Countries' }]}
    >
      <DemonstrationNotice />
      <Choose add={importing.add} />
      {importing.entries.length > 0 && <Rows importing={importing} />}
    </Page>
  );
};
