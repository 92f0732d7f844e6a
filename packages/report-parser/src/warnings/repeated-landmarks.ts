import type { Landmarks } from '../landmarks.ts';
import type { Notice } from '../parsed-narrative.ts';

const CONTENT = 60;

/** What a narrative has once stands twice: a teaser or a torn file, which a person has to look at. */
export function repeatedLandmarks({ blocks, headings, openings }: Landmarks): Notice[] {
  const [first, second] = openings;
  const above = headings.filter(({ name, block }) => name !== null && (blocks[block + 1]?.text.length ?? 0) >= CONTENT);
  const notices: Notice[] = [];
  if (first !== undefined && second !== undefined) {
    const message = `The opening sentence of a narrative stands more than once (lines ${first.line} and ${second.line}). The last was taken; please check.`;
    notices.push({ code: 'opening-repeated', message, line: second.line });
  }
  const [one, other] = above;
  if (one !== undefined && other !== undefined) {
    const message = `The heading with the tier stands more than once (lines ${one.line} and ${other.line}). The last was taken; please check.`;
    notices.push({ code: 'heading-repeated', message, line: other.line });
  }
  return notices;
}
