import type { CountryCode } from '@demarche/contracts';
import type { SeededRandom } from '@demarche/testing/scenario';
import { fulfilPromise, reviewDelivery } from './commitment-errands.ts';
import { assignFollowUp, completeFollowUp, logMeeting, raiseOneMore, recordPromise } from './engagement-errands.ts';
import type { Circumstances, Errand, Plan } from './errand.ts';
import { assess, notePaceInCommon, recordAction, recordResponse, signOff } from './recommendation-errands.ts';
import { publishCommonReport, publishOwnReport } from './report-errands.ts';

const plans: readonly Plan[] = [
  logMeeting,
  logMeeting,
  raiseOneMore,
  recordPromise,
  assignFollowUp,
  completeFollowUp,
  recordResponse,
  notePaceInCommon,
  recordAction,
  assess,
  signOff,
  reviewDelivery,
  fulfilPromise,
  publishOwnReport,
];

/** One person's work, without end: every errand can be done as soon as those before it are on record. */
export function* deskWork(country: CountryCode, random: SeededRandom): Generator<Errand, never, undefined> {
  const circumstances: Circumstances = {
    random,
    memory: {
      country,
      references: [],
      meetings: [],
      followUps: [],
      promises: [],
      delivered: [],
      actions: new Map(),
      unsigned: new Map(),
    },
  };
  yield publishCommonReport();
  const first = publishOwnReport(circumstances);
  if (first) yield first;
  for (;;) {
    const errand = random.pick(plans)(circumstances);
    if (errand) yield errand;
  }
}
