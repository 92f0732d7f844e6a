import { type ImplementationStatus, implementationStatuses } from '@demarche/contracts/vocabularies';
import type { StatusCounts } from '../graphql/answers.ts';
import { sharesInWords, statusShares } from './status-counts.ts';
import { StatusShape } from './status-mark.tsx';

/** How many recommendations stand where: one bar, and the same as numbers beneath it. */
export const StatusBar = ({ counts, words = true }: { readonly counts: StatusCounts; readonly words?: boolean }) => (
  <div class="status-bar">
    <div class="status-bar__bar" aria-hidden="true">
      {statusShares(counts).map(({ status, count }) => (
        <span key={status} class={`status-bar__part fill--${status}`} style={{ flexGrow: count }} />
      ))}
    </div>
    <p class={words ? 'status-bar__words' : 'usa-sr-only'}>{sharesInWords(counts)}</p>
  </div>
);

const IN_LEGEND: readonly ImplementationStatus[] = [
  'implemented',
  'partially_implemented',
  'initial_steps',
  'not_started',
  'reversed',
  'no_evidence',
  'not_assessed',
];

/** What the parts of the bars stand for. */
export const StatusLegend = () => (
  <ul class="legend" aria-label="What the bars show">
    {IN_LEGEND.map((status) => (
      <li key={status}>
        <span class={`legend__swatch fill--${status}`} aria-hidden="true" />
        <StatusShape status={status} /> {implementationStatuses[status]}
      </li>
    ))}
  </ul>
);
