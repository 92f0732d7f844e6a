import { Differences } from '../../marks/differences.tsx';
import { wordDifferences } from '../../words/word-differences.ts';

interface Item {
  readonly ordinal: number;
  readonly text: string;
}

const folded = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Two lists of recommendations side by side, place by place; only the places that differ are written out. */
export const ComparedLists = ({
  published,
  received,
}: {
  readonly published: readonly Item[];
  readonly received: readonly Item[];
}) => {
  const places = [...new Set([...published, ...received].map(({ ordinal }) => ordinal))].toSorted((a, b) => a - b);
  const textAt = (items: readonly Item[], place: number) => items.find(({ ordinal }) => ordinal === place)?.text ?? '';
  const differing = places.filter((place) => folded(textAt(published, place)) !== folded(textAt(received, place)));
  return (
    <>
      <p class="quiet">
        {differing.length === 0
          ? 'The recommendations are the same.'
          : `${places.length - differing.length} of ${places.length} recommendations are the same; these differ:`}
      </p>
      <ol class="compared">
        {differing.map((place) => (
          <li key={place} value={place}>
            <Differences runs={wordDifferences(textAt(published, place), textAt(received, place))} />
          </li>
        ))}
      </ol>
    </>
  );
};
