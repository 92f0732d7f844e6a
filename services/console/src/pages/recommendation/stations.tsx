import { type Station } from '../../words/stations.ts';

const STATES = { reached: 'reached', open: 'not reached', overdue: 'overdue' } as const;

/** Seven stations from issue to outcome, each with its date or what is missing. */
export const Stations = ({ stations }: { readonly stations: readonly Station[] }) => (
  <ol class="stations panel" aria-label="From issue to outcome">
    {stations.map(({ name, state, detail }) => (
      <li key={name} class={`station station--${state}`}>
        <span class="station__mark" aria-hidden="true" />
        <strong class="station__name">
          {name}
          <span class="usa-sr-only">, {STATES[state]}</span>
        </strong>
        <span class="station__detail">{detail}</span>
      </li>
    ))}
  </ol>
);
