import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandId, RecordableEvent, RecordedEvent } from '@demarche/contracts';
import {
  CountryCode,
  CountryReportPublished,
  EngagementCorrected,
  EngagementId,
  EngagementLogged,
  type Officer,
  streamName,
} from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { appendScenario } from '@demarche/testing/scenario';
import { meetingBody } from './meeting-body.ts';

export const officer = {
  id: 'ines.okafor',
  name: 'Ines Okafor',
  role: 'rpa_lead',
  post: 'Washington',
} as Officer;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** User-assigned codes, XAA and on. */
export const countryNumber = (number: number): CountryCode =>
  CountryCode.parse(`X${LETTERS.charAt(Math.floor(number / 26))}${LETTERS.charAt(number % 26)}`);

/** In Crockford's base 32, as references are drawn. */
export const engagementNumber = (number: number): EngagementId =>
  EngagementId.parse(`ENG-0000-${number.toString().padStart(4, '0')}`);

interface Entry {
  readonly stream: RecordedEvent['stream'];
  readonly revision?: number;
  readonly event: RecordableEvent;
}

const day = (year: number): string => `${year}-06-30`;

const topics = [
  'Enact a law that forbids recruitment fees.',
  'Fund shelters outside the capital.',
  'Train inspectors to identify victims among workers.',
  'Investigate officials who are complicit in trafficking.',
  'Refer victims to care without delay.',
];

const report = (country: CountryCode, reportYear: number, recommendations: number): Entry => {
  const reportId = `${country}-${reportYear}`;
  const data = CountryReportPublished.data.parse({
    reportId,
    country,
    countryName: `Country ${country}`,
    reportYear,
    occurredOn: day(reportYear),
    occurredOnBasis: 'statutory',
    tier: null,
    section: 'complete',
    recommendations: Array.from({ length: recommendations }, (_, index) => ({
      reference: `${reportId}-${String(index + 1).padStart(2, '0')}`,
      ordinal: index + 1,
      text: `${topics[index % topics.length]} Item ${index + 1} of ${reportYear}.`,
      pillars: ['prosecution'],
    })),
    source: { address: null, fileName: null, sha256: null },
    amendments: [],
    publishedBy: officer,
  });
  return { stream: streamName('countryReport', data.reportId), event: { type: 'CountryReportPublished', data } };
};

const meeting = (engagementId: EngagementId, country: CountryCode): EngagementLogged => ({
  type: 'EngagementLogged',
  data: EngagementLogged.data.parse({
    engagementId,
    fbsObjective: null,
    forum: null,
    recordReference: null,
    ...JSON.parse(meetingBody(1)),
    countries: [country],
    loggedBy: officer,
  }),
});

const logged = (engagementId: EngagementId, country: CountryCode): Entry => ({
  stream: streamName('engagement', engagementId),
  event: meeting(engagementId, country),
});

/** So many countries, each with a report a year up to 2026. */
export function* reportsOf(countries: number, years: number, recommendations: number): Generator<Entry> {
  for (let year = 2027 - years; year <= 2026; year += 1) {
    for (let country = 0; country < countries; country += 1)
      yield report(countryNumber(country), year, recommendations);
  }
}

/** Meetings with one country, numbered from `first` on. */
export function* meetingsWith(country: CountryCode, meetings: number, first: number): Generator<Entry> {
  yield report(country, 2026, 10);
  for (let number = 0; number < meetings; number += 1) yield logged(engagementNumber(first + number), country);
}

/** A meeting that was corrected until its stream held so many events. */
export function* correctedMeeting(engagementId: EngagementId, events: number): Generator<Entry> {
  const first = logged(engagementId, countryNumber(0));
  yield first;
  const { loggedBy: correctedBy, ...content } = (first.event as EngagementLogged).data;
  const data = EngagementCorrected.data.parse({ ...content, correctedBy, reason: 'The place was wrong.' });
  const { stream } = first;
  for (let revision = 1; revision < events; revision += 1) {
    yield { stream, revision, event: { type: 'EngagementCorrected', data } };
  }
}

/** So many events of one stream are recorded by one command, at the most. */
const AT_ONCE = 500;

function* recorded(entries: Iterable<Entry>): Generator<RecordedEvent> {
  let position = 0;
  let commandId = randomUUID();
  let before: string | undefined;
  for (const { stream, revision = 0, event } of entries) {
    position += 1;
    if (stream !== before || revision % AT_ONCE === 0) commandId = randomUUID();
    before = stream;
    const metadata = metadataOf(commandId as string as CommandId, position);
    yield { eventId: randomUUID(), type: event.type, data: event.data, stream, revision, position, metadata };
  }
}

const metadataOf = (commandId: CommandId, position: number): RecordedEvent['metadata'] => ({
  commandId,
  commandFingerprint: '',
  correlationId: commandId,
  causationId: commandId,
  actor: officer.id,
  actorName: officer.name,
  role: officer.role,
  post: officer.post,
  marking: 'U',
  recordedAt: new Date(Date.UTC(2026, 6, 1) + position).toISOString(),
  schemaVersion: '1',
});

/** Fills an empty data folder. Answers the file of its events. */
export const fillFolder = async (folder: string, entries: Iterable<Entry>): Promise<string> => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'events.sqlite');
  const store = sqliteEventStore({ file });
  await appendScenario(store, recorded(entries));
  await store.close();
  return file;
};
