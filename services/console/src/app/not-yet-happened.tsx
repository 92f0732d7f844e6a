import { addressAt } from '../address/address.ts';
import { useAddress } from '../address/address-provider.tsx';
import { dayInWords } from '../words/days.ts';

/** How a record comes into the world: `had not ${not} yet`, `it ${did} 30 Jun 2019`. */
export interface Beginning {
  readonly not: string;
  readonly did: string;
}

interface NotYetHappenedProps {
  readonly happenedOn: string;
  readonly beginning: Beginning;
  /** `this engagement`. */
  readonly of: string;
}

/** On a day before the record’s own: nothing is missing, the world had not come so far. */
export const NotYetHappened = ({ happenedOn, beginning: { not, did }, of }: NotYetHappenedProps) => {
  const { address } = useAddress();
  const day = dayInWords(happenedOn);
  return (
    <div class="empty">
      <h2>
        On {dayInWords(address.point.on ?? '')} {of} had not {not} yet
      </h2>
      <p>
        It {did} {day}.
      </p>
      <p>
        <a
          class="usa-button usa-button--outline"
          href={addressAt(address, { on: happenedOn, known: address.point.known })}
        >
          Show {day}
        </a>
      </p>
    </div>
  );
};
