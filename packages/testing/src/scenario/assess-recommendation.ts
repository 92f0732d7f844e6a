import {
  type AssessedStatus,
  type AssessmentBasis,
  type ImplementationAssessed,
  type Officer,
  reportingPeriodOf,
  streamName,
} from '@demarche/contracts';
import { DAY_MS, type Day, dateOf } from './calendar.ts';
import { type CountryHistory, entryIdOf, type Issued } from './country-history.ts';
import { laterBy } from './office-hours.ts';

export interface Judgement {
  readonly on: Day;
  readonly status: AssessedStatus;
  readonly basis: AssessmentBasis;
  readonly signedOff: boolean;
  readonly closed: boolean;
}

/** A lead assesses, the other signs off, and either closes what is implemented. Each step is recorded after the one before. */
export const assessRecommendation = (history: CountryHistory, item: Issued, judgement: Judgement): void => {
  const { random, leads, ledger } = history;
  const assessor = random.pick(leads);
  const at = Math.max(laterBy(random, judgement.on * DAY_MS, random.integer(0, 3)), item.lastAt + 60_000);
  const event = assessed(history, item, judgement, assessor);
  const taken = ledger.enter({
    at,
    stream: streamName('recommendation', item.reference),
    officer: assessor,
    events: [event],
  });
  if (!taken) return;
  item.assessments += 1;
  item.lastAt = at;
  if (judgement.signedOff && signOff(history, item, event, otherLead(leads, assessor)) && judgement.closed) {
    closeRecommendation(history, item, {
      reason: 'closed_implemented',
      explanation: `What was asked on ${item.request.topic.short} has been done and is borne out by evidence.`,
      afterDays: random.integer(1, 12),
    });
  }
};

const assessed = (
  { profile }: CountryHistory,
  item: Issued,
  { on, status, basis }: Judgement,
  assessedBy: Officer,
): ImplementationAssessed => ({
  type: 'ImplementationAssessed',
  data: {
    reference: item.reference,
    country: profile.code,
    assessmentId: entryIdOf(item.reference, 'A', item.assessments + 1),
    occurredOn: dateOf(on),
    reportingPeriod: reportingPeriodOf(dateOf(on)),
    status,
    rationale: rationaleOf(status, item),
    basis,
    assessedBy,
  },
});

const rationaleOf = (status: AssessedStatus, { request: { topic } }: Issued): string => {
  switch (status) {
    case 'implemented':
      return `The ${topic.body} has done what was asked on ${topic.short}, and it is at work.`;
    case 'partially_implemented':
      return `Substantial parts of ${topic.short} are in place; reach and money still fall short.`;
    case 'initial_steps':
      return `A first step was taken on ${topic.short}. The main part is outstanding.`;
    case 'not_started':
      return `The ${topic.body} confirmed that nothing has been done on ${topic.short}.`;
    case 'no_evidence':
      return `We asked about ${topic.short} and found nothing either way.`;
    case 'reversed':
      return `What had been reached on ${topic.short} was undone within the period.`;
  }
};

const signOff = (
  { random, ledger, profile }: CountryHistory,
  item: Issued,
  event: ImplementationAssessed,
  lead: Officer,
): boolean => {
  const at = laterBy(random, item.lastAt, random.integer(1, 4));
  const taken = ledger.enter({
    at,
    stream: streamName('recommendation', item.reference),
    officer: lead,
    events: [
      {
        type: 'AssessmentSignedOff',
        data: {
          reference: item.reference,
          country: profile.code,
          assessmentId: event.data.assessmentId,
          occurredOn: dateOf(Math.floor(at / DAY_MS)),
          signedOffBy: lead,
        },
      },
    ],
  });
  if (taken) item.lastAt = at;
  return taken;
};

export interface Closing {
  readonly reason: 'closed_implemented' | 'closed_not_implemented' | 'closed_overtaken';
  readonly explanation: string;
  readonly afterDays: number;
}

export const closeRecommendation = (
  { random, leads, ledger, profile }: CountryHistory,
  item: Issued,
  closing: Closing,
): void => {
  const closedBy = random.pick(leads);
  const at = laterBy(random, item.lastAt, closing.afterDays);
  const { reason, explanation } = closing;
  const taken = ledger.enter({
    at,
    stream: streamName('recommendation', item.reference),
    officer: closedBy,
    events: [
      {
        type: 'RecommendationClosed',
        data: {
          reference: item.reference,
          country: profile.code,
          closureId: entryIdOf(item.reference, 'C', 1),
          occurredOn: dateOf(Math.floor(at / DAY_MS)),
          reason,
          explanation,
          closedBy,
        },
      },
    ],
  });
  if (!taken) return;
  item.lastAt = at;
  item.closed = true;
};

const otherLead = ([one, other]: readonly [Officer, Officer], lead: Officer): Officer => (lead === one ? other : one);
