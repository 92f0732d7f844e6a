import type {
  GovernmentResponseRecorded,
  ImplementationAssessed,
  Officer,
  Reception,
  Recommendation,
  RecommendationClosed,
} from '@demarche/contracts';
import { fromJson } from '../facts/list-value.ts';

export interface FactRow {
  readonly reference: string;
  readonly field: string;
  readonly occurred_on: string;
  readonly entry_id: string;
  readonly code: string | null;
  readonly period: number | null;
  readonly value: string;
}

type Fields = Pick<
  Recommendation,
  'standards' | 'response' | 'implementation' | 'closure' | 'pace' | 'waitingOn' | 'raised' | 'actions'
>;
type Assessment = NonNullable<Recommendation['implementation']['assessment']>;

const lastOf = (facts: readonly FactRow[], field: string): FactRow | undefined =>
  facts.findLast((fact) => fact.field === field);

const responseOf = (fact: FactRow | undefined): Fields['response'] => {
  if (!fact) return { value: 'none_yet', responseId: null, occurredOn: null, comment: null, respondent: null };
  const { response, responseId, comment, respondent } = fromJson<GovernmentResponseRecorded['data']>(fact.value);
  return { value: response, responseId, occurredOn: fact.occurred_on, comment, respondent };
};

const signOffOf = (fact: FactRow | undefined): Assessment['signedOff'] =>
  fact ? { by: fromJson<{ signedOffBy: Officer }>(fact.value).signedOffBy, occurredOn: fact.occurred_on } : null;

const isHeld = (facts: readonly FactRow[], actionId: string): boolean =>
  facts.some(({ field, entry_id }) => field === 'action' && entry_id === actionId);

const assessmentOf = (fact: FactRow | undefined, facts: readonly FactRow[]): Assessment | null => {
  if (!fact) return null;
  const { assessmentId, status, reportingPeriod, occurredOn, rationale, basis, assessedBy } = fromJson<
    ImplementationAssessed['data']
  >(fact.value);
  const signed = facts.find(({ field, entry_id }) => field === 'sign-off' && entry_id === assessmentId);
  return {
    assessmentId,
    status,
    reportingPeriod,
    occurredOn,
    rationale,
    basis,
    assessedBy,
    signedOff: signOffOf(signed),
    basisWithdrawn: basis.kind === 'concrete_actions' && !basis.actions.some((action) => isHeld(facts, action)),
  };
};

/** The status counts for its own reporting period only; the last one of an earlier period is kept beside it. */
const implementationOf = (facts: readonly FactRow[], period: number): Fields['implementation'] => {
  const ofPeriod = (test: (assessed: number) => boolean): FactRow | undefined =>
    facts.findLast((fact) => fact.field === 'assessment' && test(fact.period ?? 0));
  const assessment = assessmentOf(
    ofPeriod((assessed) => assessed === period),
    facts,
  );
  return {
    status: assessment?.status ?? 'not_assessed',
    reportingPeriod: period,
    assessment,
    lastPeriod: assessmentOf(
      ofPeriod((assessed) => assessed < period),
      facts,
    ),
  };
};

const closureOf = (fact: FactRow | undefined): Fields['closure'] => {
  if (!fact) return null;
  const { closureId, reason, occurredOn, explanation, closedBy } = fromJson<RecommendationClosed['data']>(fact.value);
  return { closureId, reason, occurredOn, explanation, closedBy };
};

const raisedOf = (facts: readonly FactRow[]): Fields['raised'] => {
  const raised = facts.filter(({ field }) => field === 'raised');
  const last = raised.at(-1);
  return {
    times: raised.length,
    lastOn: last?.occurred_on ?? null,
    lastReception: (last?.code ?? null) as Reception | null,
  };
};

const actionsOf = (facts: readonly FactRow[]): Fields['actions'] => {
  const actions = facts.filter(({ field }) => field === 'action');
  const last = actions.at(-1);
  const lastDescription = last ? fromJson<{ description: string }>(last.value).description : null;
  return { count: actions.length, lastOn: last?.occurred_on ?? null, lastDescription };
};

/** The fields of a recommendation out of the facts held, given in order of both clocks. */
export const fieldsFromFacts = (facts: readonly FactRow[], period: number): Fields => {
  const pace = lastOf(facts, 'pace');
  const tags = lastOf(facts, 'tags');
  return {
    standards: tags ? fromJson<Pick<Fields, 'standards'>>(tags.value).standards : [],
    response: responseOf(lastOf(facts, 'response')),
    implementation: implementationOf(facts, period),
    closure: closureOf(lastOf(facts, 'closure')),
    ...(pace ? fromJson<Pick<Fields, 'pace' | 'waitingOn'>>(pace.value) : { pace: null, waitingOn: null }),
    raised: raisedOf(facts),
    actions: actionsOf(facts),
  };
};
