import { useEffect, useState } from 'preact/hooks';
import { changes } from '../graphql/changes.ts';
import { dayInWords } from '../words/days.ts';
import { recordsBehind } from './records-behind.ts';
import { reservation } from './reservation.ts';
import type { StatusAnswer } from './status.document.ts';
import { subjectOfStream } from './subject-of-stream.ts';
import type { AskedStatus } from './use-status.ts';

const useConnected = (): boolean => {
  const [connected, setConnected] = useState(changes.connected);
  useEffect(() => changes.onState(setConnected), []);
  return connected;
};

type Parked = StatusAnswer['status']['parked'];

const FIRST_SHOWN = 20;

const NotUpToDate = ({ parked }: { readonly parked: Parked }) => {
  const records = recordsBehind(parked);
  return (
    <details class="freshness freshness--behind">
      <summary>
        {records.length === 1 ? 'One record is not up to date' : `${records.length} records are not up to date`}
      </summary>
      <ul>
        {records.slice(0, FIRST_SHOWN).map(({ stream, since }) => (
          <li key={stream}>
            {subjectOfStream(stream)}: not up to date since {dayInWords(since)}
          </li>
        ))}
        {records.length > FIRST_SHOWN && <li>and {records.length - FIRST_SHOWN} more</li>}
      </ul>
      <p>Everything else is. Nothing is lost: what is missing is kept, and follows once Demarche can read it.</p>
    </details>
  );
};

/** Whether what is shown is what is on record, and if not, where it is not. */
export const Freshness = ({ status, failure, own }: AskedStatus) => {
  const connected = useConnected();
  if (failure?.kind === 'offline')
    return <p class="freshness freshness--behind">No connection: the page shows what was last read</p>;
  if (!status) return <p class="freshness">Checking …</p>;
  if (status.parked.length > 0) return <NotUpToDate parked={status.parked} />;
  const position = `position ${status.position.toLocaleString('en-US')}`;
  const reserved = reservation(status, own);
  if (reserved) return <p class="freshness freshness--behind">{`${reserved} · ${position}`}</p>;
  return <p class="freshness">{connected ? `Up to date · ${position}` : `Read at ${position} · reconnecting`}</p>;
};
