import type { Run } from '../words/word-differences.ts';

/** The space before a word is no part of what changed. */
const Changed = ({ run: { change, text } }: { readonly run: Run }) => {
  const words = text.trimStart();
  const space = text.slice(0, text.length - words.length);
  if (change === 'same') return <>{text}</>;
  return (
    <>
      {space}
      {change === 'added' ? <ins>{words}</ins> : <del>{words}</del>}
    </>
  );
};

/** A wording with what changed: what came in is set bold and underlined, what went is struck out; both are read aloud as such. */
export const Differences = ({ runs }: { readonly runs: readonly Run[] }) => (
  <>
    {runs.map((run, index) => (
      <span key={`${index} ${run.text}`}>
        {/* At the very beginning nothing stands between what went and what came. */}
        {index > 0 &&
          run.change === 'added' &&
          runs[index - 1]?.change === 'removed' &&
          !/^[\s.,;:]/.test(run.text) &&
          ' '}
        <Changed run={run} />
      </span>
    ))}
  </>
);
