import {
  type CountryReportRewordingReceived,
  type RecordableEvent,
  type RewordingId,
  streamName,
} from '@demarche/contracts';
import { DAY_MS, dateOf } from './calendar.ts';
import type { CountryHistory } from './country-history.ts';
import { laterBy } from './office-hours.ts';
import { type Publication, textOf } from './publish-report.ts';

/** A second source of a report reads otherwise in one place; somebody decides between the two, or it still waits. */
export const receiveRewording = (
  history: CountryHistory,
  { reportId, recordedAt, issued }: Publication,
  newest: boolean,
): void => {
  const { random, ledger, leads, profile } = history;
  const waits = newest && profile.present?.rewordingWaits === true;
  if (issued.length < 2 || !(waits || random.chance(0.04))) return;
  const at = laterBy(random, recordedAt, random.integer(25, 60));
  const [receivedBy, reviewedBy] = leads;
  const data = rewordingOf(history, { reportId, recordedAt, issued } as Publication, at);
  const stream = streamName('countryReport', reportId);
  const taken = ledger.enter({
    at,
    stream,
    officer: receivedBy,
    events: [{ type: 'CountryReportRewordingReceived', data }],
  });
  if (!taken || waits) return;
  const reviewedAt = laterBy(random, at, random.integer(1, 20));
  const reviewed: RecordableEvent = {
    type: 'RewordingReviewed',
    data: {
      reportId,
      country: profile.code,
      rewordingId: data.rewordingId,
      occurredOn: dateOf(Math.floor(reviewedAt / DAY_MS)),
      decision: 'dismissed',
      reason: 'The printed report has the words that are on record.',
      reviewedBy,
    },
  };
  ledger.enter({ at: reviewedAt, stream, officer: reviewedBy, events: [reviewed] });
};

const rewordingOf = (
  { profile, leads, random }: CountryHistory,
  { reportId, issued }: Publication,
  at: number,
): CountryReportRewordingReceived['data'] => {
  const changed = random.integer(0, issued.length - 1);
  return {
    reportId,
    country: profile.code,
    reportYear: Number(reportId.slice(4)),
    rewordingId: `${reportId}-W1` as RewordingId,
    occurredOn: dateOf(Math.floor(at / DAY_MS)),
    tier: null,
    section: 'complete',
    recommendations: issued.map(({ reference, request }, index) => ({
      reference,
      ordinal: index + 1,
      text:
        index === changed ? textOf(request).replace(/\.$/, ', in consultation with civil society.') : textOf(request),
      pillars: [request.topic.pillar],
    })),
    source: { address: null, fileName: `${reportId}-mission-copy.html`, sha256: null },
    amendments: [],
    receivedBy: leads[0],
  };
};
