import type { DoctorFacts, ParkedStream, RebuildState, Replay } from '@demarche/contracts';

const nameOf = ({ stream, view }: ParkedStream): string => JSON.stringify([stream, view]);

/** Each stream once, as the replica has it that is furthest behind with it. */
const eachOnce = (parked: readonly ParkedStream[]): ParkedStream[] => {
  const longestFirst = parked.toSorted((one, other) => one.position - other.position);
  const byName = new Map(longestFirst.toReversed().map((stream) => [nameOf(stream), stream]));
  return longestFirst.filter((stream) => byName.get(nameOf(stream)) === stream);
};

/** Whatever any of them holds back. */
export const mergeParked = (answers: readonly { readonly parked: readonly ParkedStream[] }[]) => ({
  parked: eachOnce(answers.flatMap(({ parked }) => parked)),
});

/** A stream is up to date again where no replica holds it back any more. */
export const mergeReplays = (answers: readonly Replay[]): Replay => {
  const stayed = eachOnce(answers.flatMap((replay) => replay.stayed));
  const held = new Set(stayed.map(nameOf));
  const freed = eachOnce(answers.flatMap((replay) => replay.freed)).filter((stream) => !held.has(nameOf(stream)));
  return { events: Math.max(...answers.map(({ events }) => events)), freed, stayed };
};

/** The first of these that any replica is in is what all of them are in. */
const states: readonly RebuildState['state'][] = ['running', 'failed', 'stopped', 'cancelled', 'done'];

const shareDone = ({ done, target }: RebuildState): number => (target === 0 ? 0 : done / target);

/**
 * How far the slowest is. The numbers are added up, so that the sum changes when any replica has begun another rebuild;
 * null where none was begun since the start.
 */
export const mergeRebuilds = (answers: readonly { readonly rebuild: RebuildState | null }[]) => {
  const rebuilds = answers.flatMap(({ rebuild }) => rebuild ?? []);
  const state = states.find((candidate) => rebuilds.some((rebuild) => rebuild.state === candidate));
  const [slowest] = rebuilds
    .filter((rebuild) => rebuild.state === state)
    .toSorted((one, other) => shareDone(one) - shareDone(other));
  if (!slowest) return { rebuild: null };
  const number = rebuilds.reduce((sum, rebuild) => sum + rebuild.number, 0);
  return { rebuild: { ...slowest, number } };
};

type Check = DoctorFacts['checks'][string];

const severities = ['pass', 'warn', 'fail'];
const severityOf = ({ status }: Check): number => severities.indexOf(String(status));

/** Of each part the report of the replica that is worst off; of the disks the one with the least room. */
export const mergeDoctorFacts = (answers: readonly DoctorFacts[]): DoctorFacts => {
  const fullest = answers.toSorted((one, other) => one.freeBytes - other.freeBytes)[0] as DoctorFacts;
  const newest = answers.flatMap(({ newestRecordedAt }) => newestRecordedAt ?? []).toSorted();
  const checks: DoctorFacts['checks'] = {};
  for (const [name, check] of answers.flatMap((facts) => Object.entries(facts.checks))) {
    const worst = checks[name];
    if (!worst || severityOf(check) > severityOf(worst)) checks[name] = check;
  }
  return { ...fullest, newestRecordedAt: newest.at(-1) ?? null, checks };
};
