import { useAddress } from '../../address/address-provider.tsx';
import { Answered } from '../../app/asked.tsx';
import { useNoCountryYet } from '../../app/country-names.tsx';
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

/** An action answers to a recommendation: without one there is nothing to choose. */
const NothingAsked = ({ name }: { readonly name: string }) => {
  const { to } = useAddress();
  return (
    <Page title="Record an action" lead={`Something that the government of ${name} has done`}>
      <p>
        No recommendation to {name} is on record, and an action answers to one.{' '}
        <a href={to('/import')}>Import its report first</a>; what was promised in a meeting goes with{' '}
        <a href={to('/engagements/new')}>the note of the meeting</a>.
      </p>
    </Page>
  );
};

/** Which country: the first question, where the address does not answer it. */
const WhichCountry = () => {
  const { go, to } = useAddress();
  const nothingYet = useNoCountryYet();
  return (
    <Page title="Record an action" lead="Something that a government has done">
      <div class="form">
        <p>Choose the country whose government acted: its recommendations are asked for next.</p>
        <CountryChoice code="" choose={(country) => go(to(`/actions/new?country=${country}`), { replace: true })} />
        {nothingYet && (
          <p class="notice">
            No country is on record yet, and an action answers to a recommendation.{' '}
            <a href={to('/import')}>Import a report first</a>; its recommendations can be chosen here then.
          </p>
        )}
      </div>
    </Page>
  );
};

const OfCountry = ({ code, chosen }: { readonly code: string; readonly chosen: string }) => {
  const asked = useAnswer<ListAnswer>({
    document: ListDocument,
    variables: { code, year: chosen ? Number(chosen.slice(4, 8)) : null },
  });
  if (!asked.answer) {
    return (
      <Page title="Record an action" lead="Something that a government has done">
        <Answered asked={asked}>{() => null}</Answered>
      </Page>
    );
  }
  const { country } = asked.answer;
  if (!country?.recommendations.nodes.length) return <NothingAsked name={country?.name ?? code} />;
  return <Ready answer={asked.answer} code={code} chosen={chosen} />;
};

export const RecordActionPage = () => {
  const { search } = useAddress().address;
  const chosen = search.get('recommendation') ?? '';
  const code = chosen ? chosen.slice(0, 3) : (search.get('country') ?? '');
  return code === '' ? <WhichCountry /> : <OfCountry key={code} code={code} chosen={chosen} />;
};
