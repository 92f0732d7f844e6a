import { implementationStatuses, pillars } from '@demarche/contracts/vocabularies';
import { useState } from 'preact/hooks';
import { useAddress } from '../../address/address-provider.tsx';
import { Behind } from '../../marks/behind.tsx';
import { StatusBar } from '../../marks/status-bar.tsx';
import { StatusShape } from '../../marks/status-mark.tsx';
import { sectionInWords } from '../../words/section-in-words.ts';
import type { CountryHeld } from './country.document.ts';

const FIRST_SHOWN = 6;

const open = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Says so where the source held only a part of the list, or none of it. */
const Whole = ({ held: { reports, reportYear, list } }: { readonly held: CountryHeld }) => {
  const section = reports.nodes.find((report) => report.reportYear === reportYear)?.section ?? 'complete';
  const part = sectionInWords(section, list.nodes.length);
  if (part) return <p class="notice">{open(part)}.</p>;
  return list.nodes.length === 0 ? <p class="quiet">This report lists no recommendations.</p> : null;
};

/** This year’s recommendations in the report’s order, with where each stands and how long it has been asked. */
export const ThisYearPanel = ({ held }: { readonly held: CountryHeld }) => {
  const { to } = useAddress();
  const [all, setAll] = useState(false);
  const list = held.list.nodes;
  if (!held.reportYear) return null;
  return (
    <section class="panel" aria-labelledby="this-year">
      <h2 id="this-year">Recommendations, {held.reportYear}</h2>
      <Whole held={held} />
      {held.byPillar.byPillar
        .filter(({ total }) => total > 0)
        .map(({ pillar, total, byStatus }) => (
          <div key={pillar ?? 'none'} class="by-pillar">
            <h3>
              {pillar ? pillars[pillar] : 'No pillar yet'} <span class="by-pillar__total">{total}</span>
            </h3>
            <StatusBar counts={byStatus} words={false} />
          </div>
        ))}
      <ol class="this-year">
        {(all ? list : list.slice(0, FIRST_SHOWN)).map((one) => (
          <li key={one.reference} value={one.ordinal}>
            <a href={to(`/recommendations/${one.reference}`)}>{one.text}</a>
            <span class="this-year__notes">
              <StatusShape status={one.implementation.status} /> {implementationStatuses[one.implementation.status]} ·{' '}
              {one.askedYears > 1 ? `asked ${one.askedYears} years` : 'new'}
            </span>
            <Behind since={one.notUpToDateSince} />
          </li>
        ))}
      </ol>
      {list.length > FIRST_SHOWN && !all && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          All {list.length}
        </button>
      )}
    </section>
  );
};
