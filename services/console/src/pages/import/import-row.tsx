import { sectionStates } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { tierName } from '../../marks/tier-course.ts';
import { counted } from '../../words/days.ts';
import { ComparedLists } from '../report/compared-lists.tsx';
import { EditReport } from './edit-report.tsx';
import type { Entry } from './preview.ts';
import { RefusedFile } from './refused-file.tsx';

const OUTCOMES = {
  new: 'New',
  unchanged: 'Unchanged: nothing to save',
  reworded: 'Reworded: kept for review',
  unsure: 'Unsure: look at it first',
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
  readAgain(hints: Entry['hints'], split?: boolean): void;
}

const summaryOf = ({ report }: Entry): string =>
  report
    ? [
        `${report.countryName} ${report.reportYear}`,
        report.tier ? tierName(report.tier.value) : 'no tier stated',
        counted(report.recommendations.length, 'recommendation'),
        report.section !== 'complete' && `list ${sectionStates[report.section]}`,
      ]
        .filter(Boolean)
        .join(' · ')
    : '';

const Warnings = ({ entry: { row } }: { readonly entry: Entry }) =>
  row && row.warnings.length > 0 ? (
    <ul class="import-warnings">
      {row.warnings.map(({ code, message, line }) => (
        <li key={`${code} ${line} ${message}`}>
          {message}
          {line !== null && <span class="quiet"> (line {line})</span>}
        </li>
      ))}
    </ul>
  ) : null;

const Outcome = ({ entry }: { readonly entry: Entry }) => {
  const { to } = useAddress();
  const { state, row } = entry;
  if (state === 'saved' && row?.reportId)
    return <a href={to(`/reports/${row.reportId}`)}>{entry.message ?? 'Saved'}</a>;
  return <>{state === 'read' && row ? OUTCOMES[row.outcome] : STATES[state]}</>;
};

const isEditable = ({ report, state, row }: Entry): boolean =>
  report !== null && (state === 'read' || state === 'failed') && row?.outcome !== 'unchanged';

const Head = ({ entry, put }: Pick<RowProps, 'entry' | 'put'>) => (
  <div class="import-row__head">
    {isEditable(entry) && entry.row?.outcome !== 'unsure' ? (
      <label class="tick">
        <input
          type="checkbox"
          checked={entry.chosen}
          onChange={(event) => put({ chosen: event.currentTarget.checked })}
        />
        <span class="import-row__name">{entry.name}</span>
      </label>
    ) : (
      <span class="import-row__name">{entry.name}</span>
    )}
    <strong class="import-row__outcome">
      <Outcome entry={entry} />
    </strong>
  </div>
);

const Trouble = ({ entry: { message, state } }: { readonly entry: Entry }) =>
  message && state !== 'saved' ? <p class="usa-error-message">{message}</p> : null;

/** A reading that may be wrong is saved only by whoever has looked at its items; that they did is kept with the report. */
const Confirm = ({ entry, put }: Pick<RowProps, 'entry' | 'put'>) =>
  entry.row?.outcome === 'unsure' ? (
    <label class="tick">
      <input
        type="checkbox"
        checked={entry.chosen}
        onChange={(event) => put({ chosen: event.currentTarget.checked })}
      />
      <span>I have looked at the recommendations: they are as the source has them.</span>
    </label>
  ) : null;

const Cut = ({ cut }: { readonly cut: NonNullable<Entry['row']>['cut'] }) =>
  cut?.text ? (
    <p class="quiet">
      The list breaks off after item {cut.after}. The unfinished one is not brought in: “{cut.text} …”
    </p>
  ) : null;

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

const kindOf = ({ row, state }: Entry): string => row?.outcome ?? state;

/** One file: what was read of it, what saving it would do, and where a person can put it right. */
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
      <Cut cut={row?.cut} />
      <Difference entry={entry} />
      {report && isEditable(entry) && (
        <>
          <Confirm entry={entry} put={put} />
          <EditReport {...props} report={report} />
        </>
      )}
    </li>
  );
};
