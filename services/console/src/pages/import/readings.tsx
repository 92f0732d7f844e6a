import { sectionStates, tierMovements } from '@demarche/contracts/vocabularies';
import type { ComponentChildren } from 'preact';
import { tierName } from '../../marks/tier-course.ts';
import { counted } from '../../words/days.ts';
import type { Report, Row } from './preview.ts';

type Reading = Row['evidence'][string];

/** A mark beside the word, so that no one has to tell by colour or by shape alone. */
const SURENESS = { high: '●', medium: '◐', low: '○' } as const;

const Sureness = ({ confidence }: Pick<Reading, 'confidence'>) => (
  <span class={`sureness sureness--${confidence}`}>
    <span aria-hidden="true">{SURENESS[confidence]}</span> {confidence}
  </span>
);

const WORDS_SHOWN = 320;

const Evidence = ({ reading: { line, words } }: { readonly reading: Reading }) => {
  if (!words) return <span class="quiet">nothing in the file says it</span>;
  const shown = words.length > WORDS_SHOWN ? `${words.slice(0, WORDS_SHOWN)} …` : words;
  return line === null ? (
    <>{shown}</>
  ) : (
    <>
      <span class="quiet">line {line}:</span> “{shown}”
    </>
  );
};

const placementOf = ({ tier }: Report): string =>
  tier
    ? [
        tierName(tier.value),
        tier.movement && tierMovements[tier.movement],
        tier.consecutiveYears !== null && `${tier.consecutiveYears} years in a row`,
        tier.waiver && 'by waiver',
      ]
        .filter(Boolean)
        .join(', ')
    : 'not stated';

/** What the heading says and what the sentence says stay apart: copies get headings wrong. */
const TierEvidence = ({ row, reading }: { readonly row: Row; readonly reading: Reading }) => {
  const tier = row.report?.tier;
  if (!tier?.heading) return <Evidence reading={reading} />;
  const disagree = row.warnings.some(({ code }) => code === 'tier-disagreement');
  return (
    <>
      {tier.sentence ? <Evidence reading={reading} /> : <span class="quiet">no sentence places the country</span>}
      <br />
      <span class="quiet">heading:</span> “{tier.heading}”
      {disagree && <strong class="disagreement"> ⚠ heading and sentence disagree</strong>}
    </>
  );
};

const Line = ({
  name,
  value,
  reading,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly reading: Reading;
  readonly children?: ComponentChildren;
}) => (
  <tr>
    <th scope="row">{name}</th>
    <td data-label="Read as">{value}</td>
    <td data-label="How sure">
      <Sureness confidence={reading.confidence} />
    </td>
    <td data-label="Read from" class="readings__words">
      {children ?? <Evidence reading={reading} />}
    </td>
  </tr>
);

const NOTHING: Reading = { confidence: 'low', line: null, words: null };

/** What was read, field by field, with how sure the reading is and the words it was taken from. */
export const Readings = ({ row }: { readonly row: Row }) => {
  const { report, evidence } = row;
  if (!report) return null;
  const of = (field: string): Reading => evidence[field] ?? NOTHING;
  const list = `${counted(report.recommendations.length, 'recommendation')}, list ${sectionStates[report.section].toLowerCase()}`;
  return (
    <table class="readings">
      <caption class="usa-sr-only">What was read of {row.file}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Read as</th>
          <th scope="col">How sure</th>
          <th scope="col">Read from</th>
        </tr>
      </thead>
      <tbody>
        <Line name="Country" value={`${report.countryName} (${report.country})`} reading={of('country')} />
        <Line name="Year" value={String(report.reportYear)} reading={of('reportYear')} />
        <Line name="Tier" value={placementOf(report)} reading={of('tier')}>
          <TierEvidence row={row} reading={of('tier')} />
        </Line>
        <Line name="Recommendations" value={list} reading={of('recommendations')} />
      </tbody>
    </table>
  );
};
