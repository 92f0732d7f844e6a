import { sectionStates, tierMovements, tiers } from '@demarche/contracts/vocabularies';
import { ChoiceField, DayField, LineField } from '../../forms/fields.tsx';
import { today } from '../../words/days.ts';
import { EditItems } from './edit-items.tsx';
import type { RowProps } from './import-row.tsx';
import type { Report } from './preview.ts';
import { Readings } from './readings.tsx';

type Tier = NonNullable<Report['tier']>;
interface Part {
  readonly report: Report;
  readonly name: (field: string) => string;
  set(changes: Partial<Report>): void;
}

const withTier = (report: Report, value: string): Report['tier'] => {
  if (!value) return null;
  if (report.tier?.value === value) return report.tier;
  const unread = { movement: null, consecutiveYears: null, waiver: false, heading: null, sentence: null };
  return { ...unread, ...report.tier, value: value as Tier['value'] };
};

const Subject = ({ report, name, set }: Part) => (
  <>
    <LineField
      name={name('country')}
      label="Country code"
      max={3}
      value={report.country}
      set={(country) => set({ country: country.toUpperCase() as Report['country'] })}
    />
    <LineField
      name={name('countryName')}
      label="Country"
      value={report.countryName}
      set={(countryName) => set({ countryName })}
    />
    <LineField
      name={name('year')}
      label="Report year"
      max={4}
      value={String(report.reportYear || '')}
      set={(year) => set({ reportYear: Number(year) || 0 })}
    />
    <DayField
      name={name('publishedOn')}
      label="Released on"
      hint="Left empty, the statutory 30 June is assumed and marked as such."
      optional
      max={today()}
      value={report.publishedOn ?? ''}
      set={(day) => set({ publishedOn: day || undefined })}
    />
  </>
);

const Placement = ({
  tier,
  name,
  put,
}: Pick<Part, 'name'> & { readonly tier: Tier; put(changes: Partial<Tier>): void }) => (
  <>
    <ChoiceField
      name={name('movement')}
      label="Movement"
      options={tierMovements}
      none="Not stated"
      value={tier.movement ?? ''}
      set={(movement) => put({ movement: (movement || null) as Tier['movement'] })}
    />
    <LineField
      name={name('consecutiveYears')}
      label="Years in a row"
      max={2}
      optional
      value={String(tier.consecutiveYears ?? '')}
      set={(years) => put({ consecutiveYears: Number(years) || null })}
    />
    <label class="tick">
      <input type="checkbox" checked={tier.waiver} onChange={(event) => put({ waiver: event.currentTarget.checked })} />
      <span>By waiver of a downgrade that was otherwise due</span>
    </label>
  </>
);

/** What was read and from where, to be put right before it is saved; a change is kept with the report as an amendment. */
export const EditReport = ({ entry, report, put }: RowProps & { readonly report: Report }) => {
  const set = (changes: Partial<Report>) => put({ report: { ...report, ...changes } });
  const name = (field: string) => `${entry.key}.${field}`;
  const { tier } = report;
  return (
    <details class="more" open={entry.row?.outcome === 'unsure'}>
      <summary>Look at it, and put right what was read wrong</summary>
      {entry.row && <Readings row={entry.row} />}
      <div class="import-edit">
        <Subject report={report} name={name} set={set} />
        <ChoiceField
          name={name('tier')}
          label="Tier"
          options={tiers}
          none="Not stated"
          value={tier?.value ?? ''}
          set={(value) => set({ tier: withTier(report, value) })}
        />
        {tier && <Placement tier={tier} name={name} put={(changes) => set({ tier: { ...tier, ...changes } })} />}
        <ChoiceField
          name={name('section')}
          label="List of recommendations"
          options={sectionStates}
          value={report.section}
          set={(section) => set({ section: section as Report['section'] })}
        />
        <EditItems name={name} items={report.recommendations} set={(recommendations) => set({ recommendations })} />
      </div>
    </details>
  );
};
