import type { FieldFault } from '../graphql/send-command.ts';

/** Complains of what was typed as a country and is none, in words that say what would be one. */
export const unknownCountries = (field: string, countries: readonly string[]): FieldFault[] =>
  countries
    .filter((country) => !/^[A-Z]{3}$/.test(country))
    .slice(0, 1)
    .map((country) => ({
      field,
      message: `There is no country “${country}” on record. Choose one by its name, or give its three-letter code.`,
    }));
