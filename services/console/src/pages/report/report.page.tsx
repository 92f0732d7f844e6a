import { sectionStates, tierMovements } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { NotUpToDate } from '../../app/not-up-to-date.tsx';
import type { PageFrame } from '../../app/page.tsx';
import { RecordPage } from '../../app/record-page.tsx';
import type { CountryReport } from '../../graphql/answers.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { OutwardLink } from '../../marks/evidence-list.tsx';
import { Facts } from '../../marks/facts.tsx';
import { TierBadge } from '../../marks/tier-badge.tsx';
import { dayInWords, momentInWords } from '../../words/days.ts';
import { amendmentInWords } from './amendments.ts';
import { type ReportAnswer, ReportDocument } from './report.document.ts';
import { RewordingPanel } from './rewording.tsx';

type Held = { readonly report: CountryReport };

const releasedIn = ({ occurredOn, occurredOnBasis }: CountryReport): string =>
  occurredOnBasis === 'statutory'
    ? `${dayInWords(occurredOn)}, the statutory date; the release date was not given`
    : dayInWords(occurredOn);

const TierFact = ({ report: { tier } }: Held) =>
  tier && (
    <>
      <TierBadge value={tier.value} /> {tier.movement && tierMovements[tier.movement]}
      {tier.waiver && ', by waiver'}
    </>
  );

const SourceFact = ({ report: { source } }: Held) => (
  <>
    {source.address ? (
      <OutwardLink to={source.address}>{source.address}</OutwardLink>
    ) : (
      (source.fileName ?? 'not named')
    )}
    {source.sha256 && <span class="digest">SHA-256 {source.sha256}</span>}
  </>
);

const ReportFacts = ({ report }: Held) => (
  <Facts
    rows={[
      ['Released', releasedIn(report)],
      ['Tier', report.tier ? <TierFact report={report} /> : 'none stated'],
      ['In its words', report.tier?.sentence && `“${report.tier.sentence}”`],
      ['List', sectionStates[report.section]],
      ['Source', <SourceFact key="source" report={report} />],
      ['Brought in by', `${report.publishedBy.name}, ${momentInWords(report.recordedAt)}`],
      ['Corrected', report.correctedAt && momentInWords(report.correctedAt)],
    ]}
  />
);

const Amendments = ({ report: { amendments } }: Held) =>
  amendments.length > 0 ? (
    <section class="panel" aria-labelledby="amendments">
      <h2 id="amendments">Put right before it was saved</h2>
      <ul>
        {amendments.map((amendment) => (
          <li key={`${amendment.field} ${amendment.read}`}>{amendmentInWords(amendment)}</li>
        ))}
      </ul>
    </section>
  ) : null;

const Shown = ({ report }: Held) => {
  const { to } = useAddress();
  const open = report.rewordings.filter(({ review }) => !review);
  const decided = report.rewordings.filter(({ review }) => review);
  return (
    <>
      <NotUpToDate since={report.notUpToDateSince} />
      <div class="two-columns">
        <div class="two-columns__main">
          {open.length > 0 && (
            <section aria-labelledby="to-decide">
              <h2 id="to-decide">Differing texts to decide on</h2>
              {open.map((rewording) => (
                <RewordingPanel key={rewording.rewordingId} report={report} rewording={rewording} />
              ))}
            </section>
          )}
          <section aria-labelledby="list">
            <h2 id="list">Recommendations, in the report’s order</h2>
            {report.recommendations.length === 0 && <p class="quiet">The source held none.</p>}
            <ol class="this-year">
              {report.recommendations.map(({ reference, ordinal, text }) => (
                <li key={reference} value={ordinal}>
                  <a href={to(`/recommendations/${reference}`)}>{text}</a>
                </li>
              ))}
            </ol>
          </section>
          {decided.length > 0 && (
            <section aria-labelledby="decided">
              <h2 id="decided">Differing texts decided on</h2>
              {decided.map((rewording) => (
                <RewordingPanel key={rewording.rewordingId} report={report} rewording={rewording} />
              ))}
            </section>
          )}
        </div>
        <div class="two-columns__second">
          <section class="panel" aria-label="Facts">
            <ReportFacts report={report} />
          </section>
          <Amendments report={report} />
        </div>
      </div>
    </>
  );
};

const crumbsOf = (id: string, name: string) => [
  { to: '/countries', name: 'Countries' },
  { to: `/countries/${id.slice(0, 3)}`, name },
];

const Correct = ({ id }: { readonly id: string }) => {
  const { to } = useAddress();
  return (
    <a class="usa-button usa-button--outline" href={to(`/reports/${id}/correct`)}>
      Correct the report
    </a>
  );
};

const frameOf = ({ reportId, countryName, reportYear }: CountryReport): PageFrame => ({
  title: `${countryName}, report of ${reportYear}`,
  crumbs: crumbsOf(reportId, countryName),
  actions: <Correct id={reportId} />,
});

export const ReportPage = ({ id }: { readonly id: string }) => {
  const asked = useAnswer<ReportAnswer>({ document: ReportDocument, variables: { id }, countries: [id.slice(0, 3)] });
  return (
    <RecordPage
      asked={asked}
      pick={(answer) => answer.report}
      bare={{ title: id, crumbs: crumbsOf(id, id.slice(0, 3)) }}
      frame={frameOf}
      of="this report"
    >
      {(report) => <Shown report={report} />}
    </RecordPage>
  );
};
