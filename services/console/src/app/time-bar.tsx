import { addressAt } from '../address/address.ts';
import { useAddress } from '../address/address-provider.tsx';
import { dayAhead, now, type PointInTime } from '../address/point-in-time.ts';
import { dayInWords, today } from '../words/days.ts';
import { Freshness } from './freshness.tsx';
import { useStatus } from './use-status.ts';
import { warnings } from './warnings.ts';

const KNOWN = [
  ['today', 'as we know it today'],
  ['then', 'as we knew it then'],
] as const;

const Switch = ({ point, show }: { readonly point: PointInTime; show(point: PointInTime): void }) => (
  <fieldset class="switch">
    <legend class="usa-sr-only">What to count as known</legend>
    {KNOWN.map(([known, label]) => (
      <label key={known} class={point.known === known ? 'switch__choice switch__choice--on' : 'switch__choice'}>
        <input
          type="radio"
          name="known"
          value={known}
          checked={point.known === known}
          disabled={!point.on && known === 'then'}
          onChange={() => show({ ...point, known })}
        />
        {label}
      </label>
    ))}
  </fieldset>
);

const meaning = ({ on, known }: PointInTime): string =>
  known === 'then'
    ? `You see what Demarche held on ${dayInWords(on ?? '')}, and nothing that was recorded after it.`
    : `You see what had happened by ${dayInWords(on ?? '')}, with all that has been recorded about it since.`;

/** Says which day is shown, and offers the way back; nothing can be recorded from a day that is not today. */
const NotToday = ({ point, back }: { readonly point: PointInTime; readonly back: string }) => (
  <div class="not-today" role="status">
    <p>
      <strong>Not today.</strong> {meaning(point)} Nothing can be recorded from here.
    </p>
    <a class="not-today__back" href={back}>
      Back to today
    </a>
  </div>
);

/** One date and one switch for the whole console; both are in the address and go along from page to page. */
export const TimeBar = () => {
  const { address, go } = useAddress();
  const { point } = address;
  const asked = useStatus();
  const ahead = dayAhead(address.search, today());
  const show = (next: PointInTime) => go(addressAt(address, next));
  const choose = (day: string) => {
    if (day && !Number.isNaN(Date.parse(day))) show(day === today() ? now : { ...point, on: day });
  };
  return (
    <section class="time-bar" aria-label="The day shown">
      <div class="time-bar__controls">
        <label class="time-bar__day">
          As it stood on{' '}
          <input
            type="date"
            max={today()}
            value={point.on ?? today()}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        </label>
        <Switch point={point} show={show} />
        <Freshness {...asked} />
      </div>
      {asked.status &&
        warnings(asked.status, asked.own).map((warning) => (
          <p key={warning} class="out-of-date" role="status">
            {warning}
          </p>
        ))}
      {ahead && (
        <p class="not-today" role="status">
          {dayInWords(ahead)} lies ahead, and nothing is known of it yet: you see today.
        </p>
      )}
      {point.on && <NotToday point={point} back={addressAt(address, now)} />}
    </section>
  );
};
