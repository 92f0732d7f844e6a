import { type Check, partsOf, type Readiness } from '../server/readiness.ts';
import type { Finding } from './examine.ts';

/**
 * Looks through the checks of whatever answered, whichever there are: the services behind a gateway, the bus, the
 * replicas of the projections. Those that are known better by another way are passed over, but for parts of their own.
 */
export const examineParts = (checks: Readiness['checks'], knownBetter: readonly string[]): readonly Finding[] =>
  Object.entries(checks).flatMap(([about, check]) => {
    if (partsOf(check).length > 0) return findingsOf(about, check);
    return knownBetter.includes(about) ? [] : [findingOf(about, check, String(check['address'] ?? ''))];
  });

/** Each part that has no parts itself, by the way to it. */
const findingsOf = (about: string, check: Check, way: readonly string[] = []): readonly Finding[] =>
  partsOf(check).flatMap(([name, part]) => {
    const where = [...way, name];
    if (partsOf(part).length > 0) return findingsOf(about, part, where);
    return [noWorseThan(check, findingOf(about, part, where.join(': ')))];
  });

const states: Readonly<Record<string, Finding['state']>> = { pass: 'fine', warn: 'look' };

const findingOf = (about: string, { status, trouble, error }: Check, where: string): Finding => {
  const state = states[status] ?? 'wrong';
  const reason = trouble ?? error;
  return { state, about, sentence: `${where === '' ? '' : `${where}: `}${reason ?? WITHOUT_REASON[state]}` };
};

/** Where the whole works, a part of it that does not is seen to, and nothing is lost meanwhile. */
const noWorseThan = ({ status }: Check, found: Finding): Finding =>
  found.state === 'wrong' && status !== 'fail' ? { ...found, state: 'look' } : found;

const WITHOUT_REASON: Readonly<Record<Finding['state'], string>> = {
  fine: 'ready',
  look: 'works, and has something to tell: ask its own /readyz',
  wrong: 'not ready: ask its own /readyz',
};
