import { categoryOf, eventDefinition, type RecordedEvent, readEvent } from '@demarche/contracts';

/** What stands for the country where there is not exactly one. */
const NO_COUNTRY = '-';
const MANY_COUNTRIES = 'many';
const UNKNOWN_COUNTRIES = 'unknown';

/** What the countries of an event are called where they cannot be told: it is newer than this release. */
export type MessageCountries = readonly string[] | 'unknown';

/** The countries an event is about, or `unknown` for an event that this release cannot read. It is published all the same. */
export const countriesOf = ({ type, data, metadata }: RecordedEvent): MessageCountries => {
  try {
    const event = readEvent({ type, data, schemaVersion: Number(metadata.schemaVersion) });
    return eventDefinition(type)?.countries(event.data) ?? UNKNOWN_COUNTRIES;
  } catch {
    return UNKNOWN_COUNTRIES;
  }
};

/**
 * `demarche.<category>.<EventType>.<country>`. The country is `-` for an event about none, `many` for one about several
 * (they stand in the CloudEvent's `countries`), and `unknown` for one that this release cannot read.
 */
export const messageSubject = ({ stream, type }: RecordedEvent, countries: MessageCountries): string =>
  `demarche.${categoryOf(stream)}.${token(type)}.${countryToken(countries)}`;

const countryToken = (countries: MessageCountries): string => {
  if (countries === UNKNOWN_COUNTRIES) return UNKNOWN_COUNTRIES;
  return countries.length > 1 ? MANY_COUNTRIES : token(countries[0] ?? NO_COUNTRY);
};

/** Dots, blanks and wildcards mean something to the bus. */
const token = (text: string): string => text.replaceAll(/[^A-Za-z0-9_-]/g, '_');
