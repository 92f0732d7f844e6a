import type { SeededRandom } from '@demarche/testing/scenario';
import type { DiskStep } from './disk-step.ts';

/**
 * Draws moments at which the power fails: right after a step each. Half of them anywhere; for the other half every kind of
 * step on every file gets an equal share, so that the few of a checkpoint, of a new file or of an end are not drowned by
 * the many of the log.
 */
export const choosePoints = (steps: readonly DiskStep[], count: number, random: SeededRandom): readonly number[] => {
  const all = [...steps.keys()];
  const kinds = [...Map.groupBy(all, (index) => kindOf(steps[index] as DiskStep)).values()];
  const draw = (): number => random.pick(random.chance(0.5) ? all : random.pick(kinds));
  return Array.from({ length: count }, draw).sort((one, other) => one - other);
};

const kindOf = (step: DiskStep): string => {
  if (step.kind === 'said') return `said ${step.word}`;
  return step.kind === 'entry' ? `entry in ${step.folder}` : `${step.kind} ${step.file}`;
};
