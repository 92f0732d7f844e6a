import type { Projector } from './projector.ts';

/**
 * Divides views among so many threads that none has much more to do than the others. The group that has most comes first:
 * the others are joined to its file.
 */
export const divideViews = (projectors: readonly Projector[], threads: number): readonly (readonly Projector[])[] => {
  const groups = Array.from({ length: Math.min(threads, projectors.length) }, () => ({
    cost: 0,
    members: [] as Projector[],
  }));
  for (const projector of projectors.toSorted((one, other) => costOf(other) - costOf(one))) {
    const lightest = groups.reduce((least, group) => (group.cost < least.cost ? group : least));
    lightest.cost += costOf(projector);
    lightest.members.push(projector);
  }
  return groups.toSorted((one, other) => other.cost - one.cost).map(({ members }) => members);
};

const costOf = ({ cost = 1 }: Projector): number => cost;
