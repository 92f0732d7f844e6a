import { useAddress } from '../../address/address-provider.tsx';
import { Answered } from '../../app/asked.tsx';
import { Page } from '../../app/page.tsx';
import { CommandPage } from '../../forms/command-page.tsx';
import { CountryChoice } from '../../forms/country-choice.tsx';
import { useAnswer } from '../../graphql/use-answer.ts';
import { today } from '../../words/days.ts';
import {
  ACTION_RULES,
  type ActionFields,
  ActionQuestions,
  actionInput,
  type Candidate,
  checkAction,
} from './action-fields.tsx';

export const ListDocument = /* GraphQL */ `
  query RecommendationsOfCountry($code: CountryCode!, $year: Int, $minPosition: Position) {
    country(code: $code, minPosition: $minPosition) {
      name reportYear
      recommendations(first: 200, reportYear: $year) { nodes { reference ordinal text } }
    }
  }`;

export interface ListAnswer {
  readonly country: {
    readonly name: string;
    readonly reportYear: number | null;
    readonly recommendations: { readonly nodes: readonly Candidate[] };
  } | null;
}

const NotCounted = () => (
  <section class="panel" aria-labelledby="counts">
    <h2 id="counts">What counts as an action</h2>
    <p>
      A law adopted, a shelter opened, people trained, a sentence handed down: something that has happened and can be
      shown. Only such an action moves an assessment, and only in the period in which it happened (22 U.S.C.
      7107(b)(1)).
    </p>
  </section>
);

const Ready = ({
  answer,
  code,
  chosen,
}: {
  readonly answer: ListAnswer;
  readonly code: string;
  readonly chosen: string;
}) => {
  const initial: ActionFields = {
    occurredOn: today(),
    description: '',
    responsibleBody: '',
    evidence: [],
    recommendations: chosen ? [chosen] : [],
  };
  return (
    <CommandPage
      title="Record an action"
      lead={`Something that the government of ${answer.country?.name ?? code} has done`}
      crumbs={[
        { to: '/countries', name: 'Countries' },
        { to: `/countries/${code}`, name: answer.country?.name ?? code },
      ]}
      command="recordConcreteAction"
      initial={initial}
      check={checkAction}
      input={actionInput}
      rules={ACTION_RULES}
      save="Save the action"
      done="The action is recorded"
      next={(_, { recommendations }) => [
        { to: `/recommendations/${recommendations[0]}/assess`, name: 'Assess the recommendation' },
        { to: `/recommendations/${recommendations[0]}`, name: 'Open the recommendation' },
        { to: `/countries/${code}`, name: 'Open the country' },
      ]}
      beside={<NotCounted />}
    >
      {(filling) => <ActionQuestions filling={filling} candidates={answer.country?.recommendations.nodes ?? []} />}
    </CommandPage>
  );
};

export const RecordActionPage = () => {
  const { address, go, to } = useAddress();
  const chosen = address.search.get('recommendation') ?? '';
  const code = chosen ? chosen.slice(0, 3) : (address.search.get('country') ?? '');
  const asked = useAnswer<ListAnswer>({
    document: ListDocument,
    variables: { code, year: chosen ? Number(chosen.slice(4, 8)) : null },
    skip: code === '',
  });
  if (asked.answer) return <Ready answer={asked.answer} code={code} chosen={chosen} />;
  return (
    <Page title="Record an action" lead="Something that a government has done">
      {code === '' ? (
        <CountryChoice code="" choose={(country) => go(to(`/actions/new?country=${country}`), { replace: true })} />
      ) : (
        <Answered asked={asked}>{() => null}</Answered>
      )}
    </Page>
  );
};
