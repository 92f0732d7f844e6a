import type { ComponentChildren } from 'preact';

/** Names and values; what has no value is left out. */
export const Facts = ({ rows }: { readonly rows: ReadonlyArray<readonly [string, ComponentChildren]> }) => (
  <dl class="facts">
    {rows
      .filter(([, value]) => value)
      .map(([name, value]) => (
        <div key={name} class="facts__row">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
