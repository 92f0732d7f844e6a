import { sectionStates } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { tierName } from '../../marks/tier-course.ts';
import { counted } from '../../words/days.ts';
import { ComparedLists } from '../report/compared-lists.tsx';
import { CutItem } from './edit-items.tsx';
import { EditReport } from './edit-report.tsx';
import { type Entry, isUnsure, nameOf } from './preview.ts';
import { RefusedFile } from './refused-file.tsx';
import { ToCheck } from './to-check.tsx';

const OUTCOMES = {
  new: 'New',
  unchanged: 'Unchanged: nothing to save',
  reworded: 'Reworded: kept for review',
  unsure: 'Unsure: to be checked first',
  refused: 'Refused',
} as const;

const STATES = {
  reading: 'Reading …',
  read: '',
  unreadable: 'Not read',
  saving: 'Saving …',
  saved: 'Saved',
  failed: 'Not saved',
} as const;

export interface RowProps {
  readonly entry: Entry;
  put(changes: Partial<Entry>): void;
  /** Reads the file again with what the person says of it. */
  readAgain(hints: Entry['hints']): void;
  /** Reads each narrative of the file as a report of its own. */
  split(): void;
}

const listOf = (row: Entry['row'], { section }: NonNullable<Entry['report']>): string | false => {
  if (section === 'cut' && row?.cut)
    return row.cut.after === 0 ? 'list cut before its first item ends' : `list cut after item ${row.cut.after}`;
  return section !== 'complete' && `list ${sectionStates[section]}`;
};

const summaryOf = ({ row, report }: Entry): string =>
  report
    ? [
        `${report.countryName} ${report.reportYear}`,
        report.tier ? tierName(report.tier.value) : 'no tier stated',
        counted(report.recommendations.length, 'recommendation'),
        listOf(row, report),
      ]
        .filter(Boolean)
        .join(' · ')
    : '';

/** What is to be checked is said where it is ticked off; nothing is said twice. */
const warningsOf = (entry: Entry) => {
  const { warnings = [], toConfirm = [] } = entry.row ?? {};
  const elsewhere = new Set(isUnsure(entry) ? toConfirm.map(({ code }) => code) : []);
  return warnings.filter(({ code }) => !elsewhere.has(code));
};

const Warnings = ({ entry }: { readonly entry: Entry }) => {
  const warnings = warningsOf(entry);
  return warnings.length > 0 ? (
    <ul class="import-warnings">
      {warnings.map(({ code, message, line }) => (
        <li key={`${code} ${line} ${message}`}>
          {message}
          {line !== null && <span class="quiet"> (line {line})</span>}
        </li>
      ))}
    </ul>
  ) : null;
};

const Outcome = ({ entry }: { readonly entry: Entry }) => {
  const { to } = useAddress();
  const { state, row, report } = entry;
  if (state === 'saved' && report)
    return <a href={to(`/reports/${report.country}-${report.reportYear}`)}>{entry.message ?? 'Saved'}</a>;
  return <>{state === 'read' && row ? OUTCOMES[row.outcome] : STATES[state]}</>;
};

const isEditable = ({ report, state, row }: Entry): boolean =>
  report !== null && (state === 'read' || state === 'failed') && row?.outcome !== 'unchanged';

const Head = ({ entry, put }: Pick<RowProps, 'entry' | 'put'>) => (
  <div class="import-row__head">
    {isEditable(entry) ? (
      <label class="tick">
        <input
          type="checkbox"
          checked={entry.chosen}
          onChange={(event) => put({ chosen: event.currentTarget.checked })}
        />
        <span class="import-row__name">{nameOf(entry)}</span>
      </label>
    ) : (
      <span class="import-row__name">{nameOf(entry)}</span>
    )}
    <strong class="import-row__outcome">
      <Outcome entry={entry} />
    </strong>
  </div>
);

const Trouble = ({ entry: { message, state } }: { readonly entry: Entry }) =>
  message && state !== 'saved' ? <p class="usa-error-message">{message}</p> : null;

const Difference = ({ entry: { row, report } }: { readonly entry: Entry }) =>
  row?.difference && report ? (
    <details class="more">
      <summary>What differs from the report on record</summary>
      <ComparedLists
        published={row.difference.published.recommendations}
        received={report.recommendations.map(({ text }, index) => ({ ordinal: index + 1, text }))}
      />
    </details>
  ) : null;

const Editing = (props: RowProps) => {
  const { entry, put } = props;
  if (!entry.report || !isEditable(entry)) return null;
  return (
    <>
      {entry.row?.cut && <CutItem cut={entry.row.cut} />}
      <EditReport {...props} report={entry.report} />
      <ToCheck entry={entry} put={put} />
    </>
  );
};

const kindOf = ({ row, state }: Entry): string => row?.outcome ?? state;

/** One narrative: what was read of it, what saving it would do, and where a person can put it right. */
export const ImportRow = (props: RowProps) => {
  const { entry, put } = props;
  const { row, report } = entry;
  return (
    <li class={`import-row import-row--${kindOf(entry)}`}>
      <Head entry={entry} put={put} />
      {report && <p>{summaryOf(entry)}</p>}
      <Trouble entry={entry} />
      {row?.refused && <RefusedFile {...props} refused={row.refused} />}
      <Warnings entry={entry} />
      <Difference entry={entry} />
      <Editing {...props} />
    </li>
  );
};
