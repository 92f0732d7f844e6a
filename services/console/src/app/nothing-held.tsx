import { addressAt } from '../address/address.ts';
import { useAddress } from '../address/address-provider.tsx';
import { dayInWords, momentInWords } from '../words/days.ts';

interface NothingHeldProps {
  readonly heldSince: string | null;
  readonly of?: string;
}

const sinceWhen = ({ heldSince, of = 'records' }: NothingHeldProps): string =>
  heldSince
    ? `Demarche has held ${of} since ${momentInWords(heldSince)}, and not before.`
    : 'Demarche holds nothing yet.';

/** What was brought in later about that day is seen on the other clock. */
const OtherClock = ({ on }: { readonly on: string | null }) => {
  const { address } = useAddress();
  return (
    <>
      <p>What was recorded later about that day is seen as we know it today.</p>
      <p>
        <a class="usa-button usa-button--outline" href={addressAt(address, { on, known: 'today' })}>
          Show that day as we know it today
        </a>
      </p>
    </>
  );
};

/** On a day from which nothing is known: says why, and since when Demarche has held anything. */
export const NothingHeld = (props: NothingHeldProps) => {
  const { on, known } = useAddress().address.point;
  const day = dayInWords(on ?? '');
  return (
    <div class="empty">
      <h2>{known === 'then' ? `On ${day} nothing was on record here` : `Nothing is known here of ${day}`}</h2>
      <p>{sinceWhen(props)}</p>
      {known === 'then' && props.heldSince && <OtherClock on={on} />}
    </div>
  );
};
