import { useEffect, useState } from 'preact/hooks';
import { type MeetingFields, meetingInput } from './meeting-fields.ts';

const useOnline = (): boolean => {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const read = () => setOnline(navigator.onLine);
    addEventListener('online', read);
    addEventListener('offline', read);
    return () => {
      removeEventListener('online', read);
      removeEventListener('offline', read);
    };
  }, []);
  return online;
};

const sizeOf = (fields: MeetingFields): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(meetingInput(fields))).length + 700;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
};

/** Whether saving would get through now, and how much it sends. */
export const ConnectionPanel = ({ fields }: { readonly fields: MeetingFields }) => {
  const online = useOnline();
  return (
    <section class="panel" aria-labelledby="connection">
      <h2 id="connection">Connection</h2>
      <p class="connection" role="status">
        <span class={online ? 'connection__mark' : 'connection__mark connection__mark--off'} aria-hidden="true" />
        {online
          ? `Online. Saving sends about ${sizeOf(fields)}.`
          : 'Offline. What you type is kept; save when the connection is back.'}
      </p>
    </section>
  );
};
