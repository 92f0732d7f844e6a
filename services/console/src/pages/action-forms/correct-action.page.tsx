import { Answered } from '../../app/asked.tsx';
import { Page } from '../../app/page.tsx';
import { CommandPage } from '../../forms/command-page.tsx';
import { TextField } from '../../forms/fields.tsx';
import { missing } from '../../forms/required.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { type ActionEntry, crumbsOf, useRecommendation } from '../recommendation-forms/recommendation-brief.tsx';
import { ACTION_RULES, ActionQuestions, actionInput, checkAction } from './action-fields.tsx';
import { type ListAnswer, ListDocument } from './record-action.page.tsx';

interface CorrectActionProps {
  readonly reference: string;
  readonly actionId: string;
}

const initialOf = (action: ActionEntry) => ({
  occurredOn: action.occurredOn,
  description: action.description,
  responsibleBody: action.responsibleBody ?? '',
  evidence: action.evidence.map(({ kind, reference, address }) => ({ kind, reference, address: address ?? '' })),
  recommendations: [...action.recommendations] as readonly string[],
  reason: '',
});

const Correct = ({
  reference,
  action,
  candidates,
}: {
  readonly reference: string;
  readonly action: ActionEntry;
  readonly candidates: ListAnswer;
}) => (
  <CommandPage
    title="Correct the action"
    lead={`${action.actionId}: the whole action as it should be. What was recorded before stays readable in the history.`}
    crumbs={crumbsOf(reference)}
    command="correctConcreteAction"
    initial={initialOf(action)}
    check={(fields) => [...checkAction(fields), ...missing([['reason', fields.reason, 'Say what was wrong.']])]}
    input={(fields) => ({ actionId: action.actionId, reason: fields.reason, ...actionInput(fields) })}
    rules={ACTION_RULES}
    save="Save the correction"
    done="The action is corrected"
    next={() => [{ to: `/recommendations/${reference}`, name: 'Open the recommendation' }]}
    beside={<Withdraw reference={reference} actionId={action.actionId} />}
  >
    {(filling) => (
      <>
        <ActionQuestions filling={filling} candidates={candidates.country?.recommendations.nodes ?? []} />
        <TextField label="What was wrong" {...filling.bind('reason')} />
      </>
    )}
  </CommandPage>
);

const Withdraw = ({ reference, actionId }: CorrectActionProps) => (
  <section class="panel" aria-labelledby="withdraw">
    <h2 id="withdraw">Did it not happen at all?</h2>
    <p>
      <a href={`/recommendations/${reference}/actions/${actionId}/withdraw`}>Withdraw the action</a>: it leaves every
      view and stays in the history.
    </p>
  </section>
);

export const CorrectActionPage = ({ reference, actionId }: CorrectActionProps) => {
  const { actions, asked } = useRecommendation(reference);
  const action = actions.find((one) => one.actionId === actionId);
  const list = useAnswer<ListAnswer>({
    document: ListDocument,
    variables: { code: reference.slice(0, 3), year: Number(reference.slice(4, 8)) },
  });
  if (action && list.answer) return <Correct reference={reference} action={action} candidates={list.answer} />;
  return (
    <Page title="Correct the action" crumbs={crumbsOf(reference)}>
      <Answered asked={asked}>
        {() => !action && <p>This action is not on the record of {reference}, or was withdrawn.</p>}
      </Answered>
    </Page>
  );
};

export const WithdrawActionPage = ({ reference, actionId }: CorrectActionProps) => (
  <CommandPage
    title="Withdraw the action"
    lead={`${actionId} was recorded in error.`}
    crumbs={crumbsOf(reference)}
    command="withdrawConcreteAction"
    initial={{ reason: '' }}
    check={({ reason }) => missing([['reason', reason, 'Say what was wrong.']])}
    input={({ reason }) => ({ actionId, reason })}
    save="Withdraw the action"
    done="The action is withdrawn"
    next={() => [{ to: `/recommendations/${reference}`, name: 'Open the recommendation' }]}
  >
    {({ bind }) => <TextField label="What was wrong" {...bind('reason')} />}
  </CommandPage>
);
