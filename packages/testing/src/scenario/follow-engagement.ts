import { type EngagementLogged, type FollowUpAssigned, streamName } from '@demarche/contracts';
import { DAY_MS, dateOf } from './calendar.ts';
import type { CountryHistory } from './country-history.ts';
import type { HeldEngagement } from './hold-engagement.ts';
import { laterBy } from './office-hours.ts';

/** What we had taken on is done, as a rule; now and then the entry is corrected. */
export const followEngagement = (history: CountryHistory, held: HeldEngagement, openFollowUps: number): void => {
  for (const followUp of held.followUps.slice(0, held.followUps.length - openFollowUps))
    complete(history, followUp, held.recordedAt);
  if (history.random.chance(0.04)) correct(history, held.logged, held.recordedAt);
};

const complete = (
  { random, ledger, profile }: CountryHistory,
  { data }: FollowUpAssigned,
  recordedAt: number,
): void => {
  const at = laterBy(random, recordedAt, random.integer(3, 20));
  ledger.enter({
    at,
    stream: streamName('engagement', data.engagementId),
    officer: profile.officer,
    events: [
      {
        type: 'FollowUpCompleted',
        data: {
          engagementId: data.engagementId,
          followUpId: data.followUpId,
          countries: data.countries,
          occurredOn: dateOf(Math.floor(at / DAY_MS)),
          outcome: random.chance(0.6) ? 'Sent, with a covering letter.' : null,
          completedBy: profile.officer,
        },
      },
    ],
  });
};

const correct = ({ random, ledger, profile }: CountryHistory, { data }: EngagementLogged, recordedAt: number): void => {
  const { loggedBy, ...content } = data;
  ledger.enter({
    at: laterBy(random, recordedAt, random.integer(1, 12)),
    stream: streamName('engagement', data.engagementId),
    officer: profile.officer,
    marking: data.marking,
    events: [
      {
        type: 'EngagementCorrected',
        data: {
          ...content,
          summary: `${data.summary} A note-taker of the ministry was present.`,
          reason: 'The summary left out who else was in the room.',
          correctedBy: loggedBy,
        },
      },
    ],
  });
};

/** The same meeting, logged a second time by mistake and withdrawn. */
export const logTwice = (
  { random, ledger, profile, references }: CountryHistory,
  { logged, recordedAt }: HeldEngagement,
): void => {
  const engagementId = references.engagement();
  const stream = streamName('engagement', engagementId);
  const at = recordedAt + random.integer(60_000, 600_000);
  const again: EngagementLogged = { type: 'EngagementLogged', data: { ...logged.data, engagementId } };
  const withdrawnAt = laterBy(random, at, random.integer(0, 3));
  const withdrawal = {
    type: 'EngagementWithdrawn',
    data: {
      engagementId,
      countries: logged.data.countries,
      occurredOn: dateOf(Math.floor(withdrawnAt / DAY_MS)),
      reason: `Logged twice: the entry that stands is ${logged.data.engagementId}.`,
      withdrawnBy: profile.officer,
    },
  } as const;
  ledger.enter({ at, stream, officer: profile.officer, marking: logged.data.marking, events: [again] });
  ledger.enter({ at: withdrawnAt, stream, officer: profile.officer, events: [withdrawal] });
};
