import { categoryOf, EventMetadata, idOf, Position, type RecordedEvent, StreamName } from '@demarche/contracts';
import { countriesOf, type MessageCountries } from './message-subject.ts';

/**
 * An event as a CloudEvent 1.0, structured mode, JSON. Attribute names are lower-case letters and digits, as the
 * specification asks; every field of the event's metadata stands under its own name in lower case. `data` is as it was
 * written, in the version that `dataschema` names.
 */
export type CloudEvent = Readonly<Record<string, unknown>>;

type MetadataKey = keyof EventMetadata;

export const metadataKeys = Object.keys(EventMetadata.shape) as readonly MetadataKey[];

/** Metadata that an event may go without is left out of its message, too. */
const isThere = ([, value]: readonly [string, unknown]): boolean => value !== undefined;

/** `time` is the CloudEvents name for the moment of record. */
export const attributeOf = (key: MetadataKey): string => (key === 'recordedAt' ? 'time' : key.toLowerCase());

const TYPE_PREFIX = 'demarche.';

export const toCloudEvent = (event: RecordedEvent, countries: MessageCountries = countriesOf(event)): CloudEvent => {
  const { eventId, type, data, metadata, stream, revision, position } = event;
  const further = Object.entries(metadata).filter(([key]) => !metadataKeys.includes(key as MetadataKey));
  return {
    specversion: '1.0',
    id: eventId,
    source: `/demarche/${categoryOf(stream)}`,
    type: `${TYPE_PREFIX}${type}`,
    subject: idOf(stream),
    datacontenttype: 'application/json',
    dataschema: `urn:demarche:event:${type}:${metadata.schemaVersion}`,
    ...Object.fromEntries(metadataKeys.map((key) => [attributeOf(key), metadata[key]] as const).filter(isThere)),
    ...(further.length > 0 ? { furthermetadata: JSON.stringify(Object.fromEntries(further)) } : {}),
    ...(countries === 'unknown' ? {} : { countries: countries.join(',') }),
    stream,
    revision,
    // A CloudEvents integer has 32 bits; a position may need more.
    position: String(position),
    data,
  };
};

/**
 * The event again, exactly as it was recorded.
 * @throws where it is no CloudEvent of ours
 */
export const fromCloudEvent = (message: CloudEvent): RecordedEvent => {
  if (message['specversion'] !== '1.0' || !String(message['type']).startsWith(TYPE_PREFIX)) {
    throw new TypeError('The message is no CloudEvent 1.0 of Demarche');
  }
  const known = Object.fromEntries(
    metadataKeys.map((key) => [key, message[attributeOf(key)]] as const).filter(isThere),
  );
  const further = JSON.parse(String(message['furthermetadata'] ?? '{}')) as object;
  return {
    eventId: String(message['id']),
    type: String(message['type']).slice(TYPE_PREFIX.length),
    data: message['data'],
    metadata: { ...further, ...EventMetadata.parse(known) },
    stream: StreamName.parse(message['stream']),
    revision: Number(message['revision']),
    position: Position.parse(Number(message['position'])),
  };
};
