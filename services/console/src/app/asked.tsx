import type { ComponentChildren } from 'preact';
import type { Asked } from '../graphql/use-answer.ts';

const reasons = {
  offline: 'There is no connection to Demarche. What you typed is kept; the page tries again when you ask it to.',
  'signed-out': 'Nobody is signed in any more. Sign in again to go on.',
  refused: 'This could not be read.',
} as const;

/** The states of a question: asked, failed, answered. An answer that could not be refreshed stays and says so. */
export function Answered<Answer>({
  asked,
  children,
  waiting = 'Loading …',
}: {
  readonly asked: Asked<Answer>;
  readonly waiting?: string;
  children(answer: Answer): ComponentChildren;
}) {
  const { answer, failure, reload } = asked;
  return (
    <>
      {failure && (
        <div class="notice notice--fault" role="alert">
          <p>
            {reasons[failure.kind]}
            {failure.kind === 'refused' && ` ${failure.message}`}
            {answer && ' You see what was last read.'}
          </p>
          <button type="button" class="usa-button usa-button--outline" onClick={reload}>
            Try again
          </button>
        </div>
      )}
      {asked.loading && (
        <p class="loading" role="status">
          {waiting}
        </p>
      )}
      {answer && children(answer)}
    </>
  );
}
