import type { Tier } from '@demarche/contracts/vocabularies';
import { courseInWords, type TierYear, tierLevel, tierName } from './tier-course.ts';

/** The tier as a word on its own ground. */
export const TierBadge = ({ value }: { readonly value: Tier | null }) => (
  <span class={`tier tier--${value ?? 'none'}`}>{tierName(value)}</span>
);

const STEP = 9;

/** The course of the tier over the years: a block a year, the higher the better. Read aloud as its words. */
export const TierStrip = ({ history }: { readonly history: readonly TierYear[] }) => {
  const first = history[0]?.reportYear ?? 0;
  const width = ((history.at(-1)?.reportYear ?? 0) - first + 1) * STEP;
  if (history.length < 2) return null;
  const words = courseInWords(history);
  return (
    <svg class="strip" width={width} height="22" viewBox={`0 0 ${width} 22`} role="img" aria-label={words}>
      <title>{words}</title>
      {history.map(({ reportYear, value }) => (
        <rect
          key={reportYear}
          class={`strip__year strip__year--${value ?? 'none'}`}
          x={(reportYear - first) * STEP}
          y={(tierLevel(value) ?? 4) * 5 - (value === 'special-case' ? 1 : 0)}
          width={STEP - 1}
          height="4"
        />
      ))}
    </svg>
  );
};
