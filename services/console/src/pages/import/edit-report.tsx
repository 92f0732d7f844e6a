import { tiers } from '@demarche/contracts/vocabularies';
import { ChoiceField, DayField, LineField, TextField } from '../../forms/fields.tsx';
import { today } from '../../words/days.ts';
import type { RowProps } from './import-row.tsx';
import type { Report } from './preview.ts';

const withTier = (report: Report, value: string): Report['tier'] => {
  if (!value) return null;
  if (report.tier?.value === value) return report.tier;
  return {
    value: value as keyof typeof tiers,
    movement: null,
    consecutiveYears: null,
    waiver: false,
    heading: null,
    sentence: null,
  };
};

/** What was read, to be put right before it is saved; what is changed here is kept with the report as an amendment. */
export const EditReport = ({ entry, report, put }: RowProps & { readonly report: Report }) => {
  const set = (changes: Partial<Report>) => put({ report: { ...report, ...changes } });
  const name = (field: string) => `${entry.key}.${field}`;
  return (
    <details class="more">
      <summary>Look at it, and put right what was read wrong</summary>
      <div class="import-edit">
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
        <ChoiceField
          name={name('tier')}
          label="Tier"
          options={tiers}
          none="Not stated"
          value={report.tier?.value ?? ''}
          set={(value) => set({ tier: withTier(report, value) })}
        />
        {report.tier?.sentence && <p class="quiet">Read from: “{report.tier.sentence}”</p>}
        {report.recommendations.map((item, index) => (
          <TextField
            key={index}
            name={name(`item-${index}`)}
            label={`Recommendation ${index + 1}`}
            rows={2}
            value={item.text}
            set={(text) =>
              set({ recommendations: report.recommendations.map((one, at) => (at === index ? { ...one, text } : one)) })
            }
          />
        ))}
      </div>
    </details>
  );
};
