import { useEffect, useState } from 'preact/hooks';
import { type NamedCountry, useCountryNames, useNameOf } from '../app/country-names.tsx';
import { fieldId } from './field-id.ts';
import { Fault } from './fields.tsx';

interface CountryChoiceProps {
  readonly code: string;
  choose(code: string): void;
  readonly label?: string;
  readonly name?: string;
  readonly fault?: string | undefined;
}

/** The country that was typed: by its name or its code; three capitals are a country that may not be on record yet. */
export const countryTyped = (text: string, countries: readonly NamedCountry[]): string => {
  const typed = text.trim().toLowerCase();
  const found = countries.find(({ code, name }) => name.toLowerCase() === typed || code.toLowerCase() === typed);
  return found?.code ?? (/^[A-Z]{3}$/.test(text.trim()) ? text.trim() : '');
};

/** A country by its name, with the names on record to choose from. */
export const CountryChoice = ({ code, choose, label = 'Country', name = 'countries', fault }: CountryChoiceProps) => {
  const countries = useCountryNames();
  const nameOf = useNameOf();
  const [typed, setTyped] = useState<string | null>(null);
  // The names may arrive after a name was typed.
  useEffect(() => {
    const found = typed && countryTyped(typed, countries);
    if (found && found !== code) choose(found);
  }, [countries]);

  const set = (text: string) => {
    setTyped(text);
    const found = countryTyped(text, countries);
    if (found !== code) choose(found);
  };
  return (
    <div class={fault ? 'field field--fault' : 'field'}>
      <label class="usa-label" for={fieldId(name)}>
        {label}
      </label>
      <Fault name={name} fault={fault} />
      <input
        class="usa-input"
        id={fieldId(name)}
        list="countries-on-record"
        autocomplete="off"
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${fieldId(name)}-fault` : undefined}
        placeholder="Name, or three-letter code"
        value={typed ?? nameOf(code)}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <datalist id="countries-on-record">
        {countries.map((country) => (
          <option key={country.code} value={country.name} />
        ))}
      </datalist>
    </div>
  );
};
