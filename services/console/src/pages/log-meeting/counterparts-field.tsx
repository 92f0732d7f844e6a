import { useRef } from 'preact/hooks';
import { fieldId } from '../../forms/field-id.ts';
import { Fault } from '../../forms/fields.tsx';
import { type Person, personIn, personInWords } from './meeting-fields.ts';

interface CounterpartsProps {
  readonly people: readonly Person[];
  readonly text: string;
  readonly fault: string | undefined;
  /** Those met before, to choose from. */
  readonly known: readonly string[];
  set(people: readonly Person[], text: string): void;
}

/** Whom one met: a name, a title, a ministry. Enter takes it over; what is left typed counts as well. */
export const CounterpartsField = ({ people, text, fault, known, set }: CounterpartsProps) => {
  const input = useRef<HTMLInputElement>(null);
  const take = (typed: string) => {
    const person = personIn(typed);
    if (person) set([...people, person], '');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && text.trim()) {
      event.preventDefault();
      take(text);
    }
    if (event.key === 'Backspace' && text === '' && people.length > 0)
      set(people.slice(0, -1), personInWords(people.at(-1) as Person));
  };
  const remove = (person: Person) => {
    set(
      people.filter((other) => other !== person),
      text,
    );
    input.current?.focus();
  };
  return (
    <div class={fault ? 'field field--fault' : 'field'}>
      <label class="usa-label" for={fieldId('theirParticipants')}>
        With whom
      </label>
      <p class="usa-hint" id="counterparts-hint">
        Name, title, ministry, with commas between. Enter adds another person.
      </p>
      <Fault name="theirParticipants" fault={fault} />
      <div class="counterparts usa-input">
        {people.map((person) => (
          <span key={personInWords(person)} class="counterpart">
            {personInWords(person)}
            <button type="button" aria-label={`Remove ${person.name}`} onClick={() => remove(person)}>
              ×
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={fieldId('theirParticipants')}
          list="counterparts-known"
          autocomplete="off"
          aria-describedby={fault ? `counterparts-hint ${fieldId('theirParticipants')}-fault` : 'counterparts-hint'}
          aria-invalid={fault ? 'true' : undefined}
          placeholder={people.length === 0 ? 'T. Varga, Deputy Minister, Ministry of Justice' : 'another person'}
          value={text}
          onKeyDown={onKeyDown}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            if (known.includes(typed)) take(typed);
            else set(people, typed);
          }}
        />
        <datalist id="counterparts-known">
          {known.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
    </div>
  );
};
