import type { ComponentChildren } from 'preact';
import { useAddress } from '../address/address-provider.tsx';
import type { Asked } from '../graphql/use-answer.ts';
import { Loading } from './loading.tsx';

const reasons = {
  offline: 'There is no connection to Demarche. What you typed is kept.',
  'signed-out': 'Nobody is signed in any more. Sign in again to go on.',
  refused: 'This could not be read.',
} as const;

interface AnsweredProps<Answer> {
  readonly asked: Asked<Answer>;
  children(answer: Answer): ComponentChildren;
}

/** Comes back to this very page after signing in. */
const SignInAgain = () => {
  const { address } = useAddress();
  const search = address.search.toString();
  const back = encodeURIComponent(search ? `${address.path}?${search}` : address.path);
  return (
    <a class="usa-button usa-button--outline" href={`/sign-in?back=${back}`}>
      Sign in
    </a>
  );
};

const Failed = ({ asked: { failure, again, answer, reload } }: { readonly asked: Asked<unknown> }) =>
  failure && (
    <div class="notice notice--fault" role="alert">
      <p>
        {reasons[failure.kind]}
        {failure.kind === 'refused' && ` ${failure.message}`}
        {again && ' The page tries again by itself.'}
        {answer !== null && ' You see what was last read.'}
      </p>
      {failure.kind === 'signed-out' ? (
        <SignInAgain />
      ) : (
        <button type="button" class="usa-button usa-button--outline" onClick={reload}>
          Try again
        </button>
      )}
    </div>
  );

/** The states of a question: asked, failed, answered. An answer that could not be refreshed stays and says so. */
export function Answered<Answer>({ asked, children }: AnsweredProps<Answer>) {
  return (
    <>
      <Failed asked={asked} />
      {asked.loading && <Loading />}
      {asked.answer && (
        <div class={asked.waning ? 'answer answer--waning' : 'answer'} aria-busy={asked.waning}>
          {children(asked.answer)}
        </div>
      )}
    </>
  );
}
