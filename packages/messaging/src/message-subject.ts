import { categoryOf, eventDefinition, type RecordedEvent, readEvent } from '@demarche/contracts';

/** What stands for the country where there is not exactly one. */
export const notOneCountry = { none: '-', several: 'many', unknown: 'unknown' } as const;

/** What the countries of an event are called where they cannot be told: it is newer than this release. */
export type MessageCountries = readonly string[] | 'unknown';

/** The countries an event is about, or `unknown` for an event that this release cannot read. It is published all the same. */
export const countriesOf = ({ type, data, metadata }: RecordedEvent): MessageCountries => {
  try {
    const event = readEvent({ type, data, schemaVersion: Number(metadata.schemaVersion) });
    return eventDefinition(type)?.countries(event.data) ?? notOneCountry.unknown;
  } catch {
    return notOneCountry.unknown;
  }
};

/**
 * `demarche.<category>.<EventType>.<country>`. The country is `-` for an event about none, `many` for one about several
 * (they stand in the CloudEvent's `countries`), and `unknown` for one that this release cannot read.
 */
export const messageSubject = ({ stream, type }: RecordedEvent, countries: MessageCountries): string =>
  `demarche.${categoryOf(stream)}.${token(type)}.${countryToken(countries)}`;

const countryToken = (countries: MessageCountries): string => {
  if (countries === notOneCountry.unknown) return notOneCountry.unknown;
  return countries.length > 1 ? notOneCountry.several : token(countries[0] ?? notOneCountry.none);
};

/** Dots, blanks and wildcards mean something to the bus. */
const token = (text: string): string => text.replaceAll(/[^A-Za-z0-9_-]/g, '_');
