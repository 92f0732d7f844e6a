import type { AssessedStatus, AssessmentBasis, ImplementationStatus, Tier } from '@demarche/contracts';
import { answerRecommendation } from './answer-recommendation.ts';
import { assessRecommendation } from './assess-recommendation.ts';
import { type Day, dayOf } from './calendar.ts';
import type { CountryHistory, Cycle, Issued, Request } from './country-history.ts';
import { type DoneAction, recordAction } from './record-action.ts';

/** How likely a government acts on one recommendation within a year. */
const effort: Record<Tier, number> = {
  'tier-1': 0.75,
  'tier-2': 0.6,
  'tier-2-watch-list': 0.4,
  'tier-3': 0.15,
  'special-case': 0,
};

const steps = { initial_steps: 0, partially_implemented: 1, implemented: 2 } as const;
type Progress = keyof typeof steps;
const isProgress = (status: ImplementationStatus): status is Progress => Object.hasOwn(steps, status);

/** What happens to one recommendation in its report’s time: the answer, what was done, and how it was judged. */
export const followRecommendation = (history: CountryHistory, cycle: Cycle, item: Issued, tier: Tier): void => {
  const status = cycle.demanded[cycle.issued.indexOf(item)] ?? outcome(history, item.request, tier);
  const judgedOn = dayOfJudgement(history, cycle);
  const timely = judgedOn - cycle.heldFrom > 20;
  const until = (timely ? judgedOn : cycle.lastDay) - 9;
  answerRecommendation(history, cycle, item, { until, outstanding: status !== 'implemented' });
  if (timely && status !== 'not_assessed') judge(history, cycle, item, { status, judgedOn });
  if (status !== 'implemented') extraActions(history, cycle, item);
};

interface Verdict {
  readonly status: AssessedStatus;
  readonly judgedOn: Day;
}

const judge = (history: CountryHistory, cycle: Cycle, item: Issued, { status, judgedOn }: Verdict): void => {
  const { random } = history;
  const done = isProgress(status) ? act(history, cycle, item, { step: steps[status], judgedOn }) : [];
  if (!isJudged(history, cycle, status)) return;
  const demanded = cycle.demanded.length > 0;
  assessRecommendation(history, item, {
    on: judgedOn,
    status,
    basis: basisOf(item, done),
    signedOff: (status === 'implemented' && !demanded) || random.chance(0.55),
    closed: status === 'implemented' && random.chance(demanded ? 0.2 : 0.75),
  });
};

/** Not everything is assessed in every period; what is implemented, and what the present demands, is. */
const isJudged = ({ random, density }: CountryHistory, { demanded }: Cycle, status: AssessedStatus): boolean =>
  demanded.length > 0 || status === 'implemented' || random.chance(Math.min(1, 0.5 * density));

/** For a past period one of its last days; for the present one a day of the last months. */
const dayOfJudgement = ({ random, today }: CountryHistory, { reportYear, heldFrom }: Cycle): Day => {
  const lastOfPeriod = dayOf(`${reportYear + 1}-03-31`);
  if (lastOfPeriod <= today - 20) return lastOfPeriod - random.integer(0, 40);
  const latest = today - 20;
  return latest - random.integer(0, Math.max(0, Math.min(100, latest - heldFrom - 25)));
};

const outcome = ({ random }: CountryHistory, request: Request, tier: Tier): AssessedStatus => {
  if (!random.chance(effort[tier])) {
    if (request.level >= 2 && random.chance(0.06)) {
      request.level = 0;
      return 'reversed';
    }
    return random.chance(0.7) ? 'not_started' : 'no_evidence';
  }
  const limit = request.pinned || !random.chance(0.45) ? 2 : 3;
  request.level = Math.max(request.level, Math.min(limit, request.level + 1)) as Request['level'];
  return (['initial_steps', 'initial_steps', 'partially_implemented', 'implemented'] as const)[request.level];
};

const act = (
  history: CountryHistory,
  cycle: Cycle,
  item: Issued,
  { step, judgedOn }: { readonly step: 0 | 1 | 2; readonly judgedOn: Day },
): readonly DoneAction[] => {
  const { random } = history;
  const from = cycle.heldFrom + 3;
  const done = recordAction(history, cycle, item, {
    occurredOn: random.integer(from, judgedOn - 10),
    step,
    neededBy: judgedOn,
    withEvidence: step === 2 || random.chance(0.7),
  });
  return done ? [done] : [];
};

const basisOf = (item: Issued, done: readonly DoneAction[]): AssessmentBasis =>
  done.length > 0
    ? { kind: 'concrete_actions', actions: done.map(({ actionId }) => actionId) }
    : {
        kind: 'no_action_finding',
        finding: `Neither the ${item.request.topic.body} nor the press reports anything done on ${item.request.topic.short}.`,
      };

/** What was done beside. */
const extraActions = (history: CountryHistory, cycle: Cycle, item: Issued): void => {
  const { random, density } = history;
  const count = Math.floor(0.25 * density + random.integer(0, 99) / 100);
  for (let made = 0; made < count && item.request.level > 0; made += 1) {
    const latest = cycle.lastDay - 2;
    if (latest <= cycle.heldFrom + 2) return;
    recordAction(history, cycle, item, {
      occurredOn: random.integer(cycle.heldFrom + 2, latest),
      step: random.chance(0.5) ? 0 : (Math.min(1, item.request.level - 1) as 0 | 1),
      withEvidence: random.chance(0.6),
    });
  }
};
