import { type FoundSection, sectionStart } from '../recommendations/find-section.ts';
import type { SourceText } from '../source/source-line.ts';
import type { TierZone } from '../tier/tier-readings.ts';

/** A line that may hold the title of the report, its date or the note of whoever copied it. */
export type TitleLine = { text: string; number: number };

const MOST = 80;
/** A collector's note on where the text comes from may go on for some lines behind the heading. */
const NOTE_LINES = 3;

/** The lines down to the narrative's first, and the title of the page. */
export function titleLines(source: SourceText, zone: TierZone, section: FoundSection | null): TitleLine[] {
  const last = lastLine(zone, section);
  const above = source.lines.filter(({ number, kind }) => number <= last && kind === 'text').slice(-MOST);
  const title = source.title === null ? [] : [{ text: source.title.text, number: source.title.line }];
  return [...title, ...above];
}

function lastLine({ heading, opening, blocks }: TierZone, section: FoundSection | null): number {
  if (heading !== null) return underHeading(heading.line, opening?.line);
  if (opening !== null) return opening.line;
  return section === null ? 1 : (blocks[sectionStart(section)]?.line ?? 1);
}

function underHeading(heading: number, opening: number | undefined): number {
  return opening === undefined || opening < heading ? heading : Math.min(heading + NOTE_LINES, opening);
}
