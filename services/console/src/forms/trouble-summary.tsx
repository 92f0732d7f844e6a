import { useEffect, useRef } from 'preact/hooks';
import { fieldId } from './field-id.ts';
import type { Trouble } from './use-recording.ts';

const goTo = (event: MouseEvent, id: string) => {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.scrollIntoView({ block: 'center' });
};

/** What is wrong, above the form, in sentences, each leading to its field. It takes the focus, so that it is heard. */
export const TroubleSummary = ({ trouble }: { readonly trouble: Trouble | null }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [trouble]);
  if (!trouble) return null;
  return (
    <div class={trouble.lost ? 'notice notice--lost' : 'notice notice--fault'} role="alert" tabIndex={-1} ref={box}>
      <h2>{trouble.title}</h2>
      {!trouble.faults.some(({ message }) => message === trouble.detail) && <p>{trouble.detail}</p>}
      {trouble.faults.length > 0 && (
        <ul>
          {trouble.faults.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <a href={`#${fieldId(field)}`} onClick={(event) => goTo(event, fieldId(field))}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
