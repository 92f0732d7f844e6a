import type { Confidence, Notice, Recommendation, SectionState } from '../parsed-narrative.ts';
import { isTerminated } from '../source/sentences.ts';
import type { CollectedList } from './collect-list.ts';
import type { ListItem, SplitList } from './split-items.ts';

export type ClosedSection = {
  recommendations: Recommendation[];
  items: ListItem[];
  section: SectionState;
  cutAfter: number | null;
  cut: ListItem | null;
  confidence: Confidence;
  warnings: Notice[];
};

export type SourceEnd = {
  /** The page's own end was seen. */
  closed: boolean;
  /** The page says that it carries an extract, which may end with the list. */
  extract: boolean;
};

/** Decides whether the list is whole, and takes an unfinished last item out of it. */
export function closeSection(split: SplitList, list: CollectedList, source: SourceEnd): ClosedSection {
  const last = split.items.at(-1);
  const ended = last === undefined || isTerminated(last.text);
  if (list.end === 'end-of-text' && !source.closed) return atEndOfText(split, ended, source);
  if (last !== undefined && !ended && mayBeTorn(split, list)) return cutOff(split, split.items.slice(0, -1), last);
  return whole(split, []);
}

/** Something follows the list, but not what follows it in a report, or not where such a list ends. */
function mayBeTorn({ separator, announcedLast, items }: SplitList, { end }: CollectedList): boolean {
  return separator === 'semicolons' ? !announcedLast : end === 'furniture' && items.length > 1;
}

function atEndOfText(split: SplitList, ended: boolean, { extract }: SourceEnd): ClosedSection {
  const items = split.items;
  if (!ended) return cutOff(split, items.slice(0, -1), items.at(-1) ?? null);
  if (split.separator === 'semicolons' && split.announcedLast) return whole(split, []);
  if (!extract) return cutOff(split, items, null);
  return whole(split, [
    {
      code: 'end-not-shown',
      message: `The extract ends right after item ${items.length}; nothing shows whether the report had more.`,
      line: items.at(-1)?.line ?? null,
    },
  ]);
}

/** Where one item of many lacks its full stop, the copy is at fault or the report; a person has to look. */
function withoutFullStop({ items, separator }: SplitList): Notice[] {
  const checked = separator === 'semicolons' ? items.slice(-1) : items;
  const open = checked.find(({ text }) => !isTerminated(text));
  if (open === undefined || (checked.length > 1 && !checked.some(({ text }) => isTerminated(text)))) return [];
  const ordinal = items.indexOf(open) + 1;
  const message = `Item ${ordinal} does not end in a full stop, as it should. Please check that it is whole.`;
  return [{ code: 'item-without-full-stop', message, line: open.line }];
}

function whole(split: SplitList, warnings: Notice[]): ClosedSection {
  const items = split.items;
  return {
    ...ordered(items),
    section: 'complete',
    cutAfter: null,
    cut: null,
    confidence: sureness(split),
    warnings: [...warnings, ...withoutFullStop(split)],
  };
}

function cutOff(split: SplitList, items: readonly ListItem[], cut: ListItem | null): ClosedSection {
  const after = items.length === 0 ? 'no item is whole' : `item ${items.length} is the last whole one`;
  const message =
    cut === null
      ? `The text ends right after item ${items.length}, and nothing shows that the list ends there. Save the whole page to be sure that no recommendation is missing.`
      : `The text ends inside the recommendations: ${after}. Save the whole page to get the rest.`;
  const line = cut?.line ?? items.at(-1)?.line ?? null;
  const warnings = [{ code: 'recommendations-cut', message, line }];
  return { ...ordered(items), section: 'cut', cutAfter: items.length, cut, confidence: sureness(split), warnings };
}

function ordered(items: readonly ListItem[]): { items: ListItem[]; recommendations: Recommendation[] } {
  const recommendations = items.map(({ text }, index) => ({ ordinal: index + 1, text }));
  return { items: [...items], recommendations };
}

function sureness({ separator, unsure }: SplitList): Confidence {
  if (unsure > 0) return 'low';
  return separator === 'full-stops' || separator === 'single' ? 'medium' : 'high';
}
