import { useAddress } from '../../address/address-provider.tsx';
import type { CountryHeld } from './country.document.ts';
import { nothingPressing } from './nothing-pressing.ts';

type Attention = CountryHeld['attention'][number];

/** The place where one thing that asks for attention is settled. */
const placeOf = ({ code, subject }: Attention, country: string): string => {
  switch (code) {
    case 'promise-overdue':
      return subject ? `/commitments/${subject}` : `/promises?country=${country}&due=overdue`;
    case 'follow-up-overdue':
      return subject ? `/engagements/${subject.replace(/-F\d+$/, '')}` : `/engagements?country=${country}`;
    case 'no-recent-engagement':
      return `/engagements/new?country=${country}`;
    case 'raised-unanswered':
      return subject ? `/recommendations/${subject}` : `/recommendations?countries=${country}&current=yes`;
    case 'rewording-to-review':
      return subject ? `/reports/${subject.replace(/-W\d+$/, '')}` : `/countries/${country}#reports`;
    case 'not-up-to-date':
      return `/countries/${country}`;
  }
};

export const AttentionPanel = ({ held }: { readonly held: CountryHeld }) => {
  const { country, attention } = held;
  const { to } = useAddress();
  return (
    <section class={attention.length > 0 ? 'panel panel--pressing' : 'panel'} aria-labelledby="attention">
      <h2 id="attention">Needs attention</h2>
      {attention.length === 0 && <p class="quiet">{nothingPressing(held)}</p>}
      <ul class="attention">
        {attention.map((one) => (
          <li key={`${one.code} ${one.sentence}`}>
            <a href={to(placeOf(one, country))}>{one.sentence}</a>
          </li>
        ))}
      </ul>
    </section>
  );
};
