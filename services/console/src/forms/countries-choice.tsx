import { useRef, useState } from 'preact/hooks';
import { useCountryNames, useNameOf } from '../app/country-names.tsx';
import { countryTyped } from './country-choice.tsx';
import { fieldId } from './field-id.ts';
import { Fault, type FieldProps } from './fields.tsx';

interface CountriesChoiceProps extends FieldProps {
  /** Codes; what was typed and is no country stays as it was typed, so that it is not lost but complained of. */
  readonly countries: readonly string[];
  set(countries: string[]): void;
  /** How many there can be. */
  readonly most?: number;
}

/** Countries by their names, one after another: Enter, or leaving the field, takes over what was typed. */
export const CountriesChoice = ({
  name,
  label,
  hint,
  fault,
  optional,
  countries,
  set,
  most = 60,
}: CountriesChoiceProps) => {
  const known = useCountryNames();
  const nameOf = useNameOf();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const id = fieldId(name);
  // What is being typed is the last of them already, so that saving by keyboard does not lose it.
  const taken = typed.trim() ? countries.slice(0, -1) : countries;
  const type = (text: string) => {
    setTyped(text);
    set(text.trim() ? [...taken, countryTyped(text, known) || text.trim()] : [...taken]);
  };
  const take = () => {
    if (!typed.trim()) return;
    set([...new Set([...taken, countryTyped(typed, known) || typed.trim()])]);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && typed.trim()) {
      event.preventDefault();
      take();
    }
  };
  const remove = (country: string) => {
    set([...taken.filter((other) => other !== country), ...countries.slice(taken.length)]);
    input.current?.focus();
  };
  return (
    <div class={fault ? 'field field--fault' : 'field'}>
      <label class="usa-label" for={id}>
        {label}
        {optional && <span class="usa-hint"> (optional)</span>}
      </label>
      <p class="usa-hint" id={`${id}-hint`}>
        {hint ?? 'By name, or three-letter code. Enter adds another.'}
      </p>
      <Fault name={name} fault={fault} />
      <div class="counterparts usa-input">
        {taken.map((country) => (
          <span key={country} class="counterpart">
            {nameOf(country)}
            <button type="button" aria-label={`Remove ${nameOf(country)}`} onClick={() => remove(country)}>
              ×
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          list={`${id}-known`}
          autocomplete="off"
          disabled={taken.length >= most}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? `${id}-hint ${id}-fault` : `${id}-hint`}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={take}
          onKeyDown={onKeyDown}
        />
      </div>
      <datalist id={`${id}-known`}>
        {known
          .filter(({ code }) => !taken.includes(code))
          .map(({ code, name: called }) => (
            <option key={code} value={called} />
          ))}
      </datalist>
    </div>
  );
};
