import { sectionStates, tiers } from '@demarche/contracts/vocabularies';
import { Answered } from '../../app/asked.tsx';
import { Page } from '../../app/page.tsx';
import { CommandPage } from '../../forms/command-page.tsx';
import { ChoiceField, DayField, TextField } from '../../forms/fields.tsx';
import { missing } from '../../forms/required.ts';
import type { CountryReport } from '../../graphql/answers.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { today } from '../../words/days.ts';
import { type ReportAnswer, ReportDocument } from './report.document.ts';

interface Fields {
  readonly publishedOn: string;
  readonly tier: string;
  readonly section: string;
  readonly items: ReadonlyArray<{ readonly reference: string | null; readonly text: string }>;
  readonly reason: string;
}

const initialOf = (report: CountryReport): Fields => ({
  publishedOn: report.occurredOnBasis === 'stated' ? report.occurredOn : '',
  tier: report.tier?.value ?? '',
  section: report.section,
  items: report.recommendations.map(({ reference, text }) => ({ reference, text })),
  reason: '',
});

const itemsDiffer = (report: CountryReport, { items }: Fields): boolean =>
  items.length !== report.recommendations.length ||
  items.some(({ text }, index) => text !== report.recommendations[index]?.text);

/** Only what was changed goes along; what is left out of the request stays as it is. */
const inputOf = (report: CountryReport, fields: Fields) => ({
  reportId: report.reportId,
  reason: fields.reason,
  ...(fields.publishedOn && fields.publishedOn !== initialOf(report).publishedOn
    ? { publishedOn: fields.publishedOn }
    : {}),
  ...(fields.tier && fields.tier !== report.tier?.value
    ? {
        tier: {
          value: fields.tier,
          movement: null,
          consecutiveYears: null,
          waiver: false,
          heading: null,
          sentence: null,
        },
      }
    : {}),
  ...(fields.section === report.section ? {} : { section: fields.section }),
  ...(itemsDiffer(report, fields)
    ? {
        recommendations: fields.items
          .filter(({ text }) => text.trim())
          .map(({ reference, text }) => ({ text: text.trim(), pillars: [], ...(reference ? { reference } : {}) })),
      }
    : {}),
});

const Correct = ({ report }: { readonly report: CountryReport }) => (
  <CommandPage
    title="Correct the report"
    lead={`${report.countryName}, ${report.reportYear}. A recommendation left empty is withdrawn; what was recorded before stays in the history.`}
    crumbs={[{ to: `/reports/${report.reportId}`, name: `${report.countryName}, ${report.reportYear}` }]}
    command="correctCountryReport"
    initial={initialOf(report)}
    check={({ reason }) => missing([['reason', reason, 'Say what was wrong.']])}
    input={(fields) => inputOf(report, fields)}
    ifMatch={report.revision}
    rules={{ 'occurred-in-the-future': 'publishedOn' }}
    save="Save the correction"
    done="The report is corrected"
    next={() => [{ to: `/reports/${report.reportId}`, name: 'Open the report' }]}
  >
    {({ bind, fields, put }) => (
      <>
        <DayField
          label="Released on"
          hint="Left empty, the statutory 30 June stands."
          optional
          max={today()}
          {...bind('publishedOn')}
        />
        <ChoiceField label="Tier" options={tiers} none="Not stated" {...bind('tier')} />
        <ChoiceField label="The list in the source was" options={sectionStates} {...bind('section')} />
        {fields.items.map((item, index) => (
          <TextField
            key={item.reference ?? index}
            name={`recommendations.${index}.text`}
            label={`${index + 1}. ${item.reference ?? 'new'}`}
            rows={2}
            value={item.text}
            set={(text) => put({ items: fields.items.map((one, at) => (at === index ? { ...one, text } : one)) })}
          />
        ))}
        <button
          type="button"
          class="chip"
          onClick={() => put({ items: [...fields.items, { reference: null, text: '' }] })}
        >
          + Add a recommendation at the end
        </button>
        <TextField label="What was wrong" rows={2} {...bind('reason')} />
      </>
    )}
  </CommandPage>
);

export const CorrectReportPage = ({ id }: { readonly id: string }) => {
  const asked = useAnswer<ReportAnswer>({ document: ReportDocument, variables: { id } });
  if (asked.answer?.report) return <Correct report={asked.answer.report} />;
  return (
    <Page title="Correct the report">
      <Answered asked={asked}>{() => <p>There is no report {id} on record.</p>}</Answered>
    </Page>
  );
};
