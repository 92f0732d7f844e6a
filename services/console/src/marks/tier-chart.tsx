import type { Tier } from '@demarche/contracts/vocabularies';
import { courseInWords, type TierYear, tierLevel } from './tier-course.ts';

const LEFT = 104;
const YEAR = 54;
const ROW = 24;
const LABELS: ReadonlyArray<readonly [Tier, string]> = [
  ['tier-1', 'Tier 1'],
  ['tier-2', 'Tier 2'],
  ['tier-2-watch-list', 'Watch List'],
  ['tier-3', 'Tier 3'],
  ['special-case', 'Special Case'],
];

const heightOf = (value: Tier | null): number => 14 + (tierLevel(value) ?? 0) * ROW;

/** A line from year to year that steps halfway; a year without a placement leaves a gap. */
const coursePath = (history: readonly TierYear[], place: (year: number) => number): string => {
  let path = '';
  let before: TierYear | undefined;
  for (const year of history) {
    if (year.value !== null) {
      const [x, y] = [place(year.reportYear), heightOf(year.value)];
      const joined = before?.value && before.reportYear === year.reportYear - 1;
      path += joined ? `H${x - YEAR / 2}V${y}H${x + YEAR / 2}` : `M${x - YEAR / 2} ${y}H${x + YEAR / 2}`;
    }
    before = year;
  }
  return path;
};

/** The tier’s course. The same as a table is beside it, and is all there is on a narrow screen. */
export const TierChart = ({ history }: { readonly history: readonly TierYear[] }) => {
  const first = history[0]?.reportYear ?? 0;
  const last = history.at(-1)?.reportYear ?? 0;
  const rows = LABELS.filter(([value]) => value !== 'special-case' || history.some((year) => year.value === value));
  const width = LEFT + (last - first + 1) * YEAR + 8;
  const bottom = rows.length * ROW + 4;
  const place = (year: number) => LEFT + (year - first) * YEAR + YEAR / 2;
  return (
    <svg
      class="tier-chart"
      viewBox={`0 0 ${width} ${bottom + 16}`}
      style={{ maxWidth: `${width}px` }}
      role="img"
      aria-label={courseInWords(history)}
    >
      {rows.map(([value, label]) => (
        <g key={value}>
          <line class="tier-chart__row" x1={LEFT} x2={width} y1={heightOf(value)} y2={heightOf(value)} />
          <text class="tier-chart__label" x="0" y={heightOf(value) + 4}>
            {label}
          </text>
        </g>
      ))}
      <path class="tier-chart__course" d={coursePath(history, place)} />
      {history.map(({ reportYear, value }) => (
        <g key={reportYear}>
          {value && (
            <circle
              class={`tier-chart__year strip__year--${value}`}
              cx={place(reportYear)}
              cy={heightOf(value)}
              r="5.5"
            />
          )}
          <text class="tier-chart__label tier-chart__label--year" x={place(reportYear)} y={bottom + 12}>
            {reportYear}
          </text>
        </g>
      ))}
    </svg>
  );
};
