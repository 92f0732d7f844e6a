import { firstDayOf, lastDayOf } from '@demarche/contracts';
import { type Book, type Data, firstFault, type Judge, type Judges } from './book.ts';

const onRecord = (book: Book, { reference, occurredOn }: { readonly reference: string; readonly occurredOn: string }) =>
  firstFault(
    [!book.issuedOn.has(reference), 'names a recommendation that is not on record'],
    [occurredOn < (book.issuedOn.get(reference) ?? ''), 'happened before the recommendation was issued'],
    [book.closed.has(reference), 'was recorded on a closed recommendation'],
  );

const issue = (
  book: Book,
  { recommendations, occurredOn }: Data<'CountryReportPublished' | 'CountryReportCorrected'>,
) => {
  for (const { reference } of recommendations) book.issuedOn.set(reference, occurredOn);
  return undefined;
};

const namedActions = (book: Book, { basis }: Data<'ImplementationAssessed'>) =>
  basis.kind === 'concrete_actions' ? basis.actions.map((id) => book.actions.get(id)) : [];

const basisFault = (book: Book, data: Data<'ImplementationAssessed'>): string | undefined => {
  const named = namedActions(book, data);
  const standing = named.flatMap((action) => (action && !action.withdrawn ? [action] : []));
  return firstFault(
    [standing.length < named.length, 'rests on an action that is not on record'],
    [
      standing.some((action) => !action.recommendations.includes(data.reference)),
      'rests on an action recorded elsewhere',
    ],
    [standing.some(({ occurredOn }) => occurredOn < firstDayOf(data.reportingPeriod)), 'rests on an older action'],
    [standing.some(({ occurredOn }) => occurredOn > data.occurredOn), 'rests on a later action'],
  );
};

const progress = ['initial_steps', 'partially_implemented', 'implemented'];

const statusFault = (book: Book, data: Data<'ImplementationAssessed'>): string | undefined => {
  const named = namedActions(book, data);
  const implemented = data.status === 'implemented';
  return firstFault(
    [progress.includes(data.status) && named.length === 0, 'finds progress without an action'],
    [implemented && !named.some((action) => action?.evidence.length), 'finds implemented without evidence'],
    [implemented && named.some((action) => action?.reportedBy.id === data.assessedBy.id), 'was made by the reporter'],
  );
};

const assess: Judge<'ImplementationAssessed'> = (book, data) => {
  const { reference, assessmentId: id, status, assessedBy, reportingPeriod, occurredOn } = data;
  const fault = status === 'reversed' ? undefined : onRecord(book, data);
  book.assessments.set(reference, { id, status, assessor: assessedBy.id, signedOff: false });
  const outside = occurredOn < firstDayOf(reportingPeriod) || occurredOn > lastDayOf(reportingPeriod);
  return fault ?? firstFault([outside, 'lies outside its period']) ?? basisFault(book, data) ?? statusFault(book, data);
};

const signOff: Judge<'AssessmentSignedOff'> = (book, { reference, assessmentId, signedOffBy }) => {
  const standing = book.assessments.get(reference);
  if (standing?.id !== assessmentId) return 'signs off what does not stand';
  standing.signedOff = true;
  return firstFault(
    [signedOffBy.role !== 'rpa_lead', 'was not signed off by a lead'],
    [standing.assessor === signedOffBy.id, 'was signed off by its assessor'],
  );
};

const close: Judge<'RecommendationClosed'> = (book, data) => {
  const fault = onRecord(book, data);
  const standing = book.assessments.get(data.reference);
  book.closed.add(data.reference);
  const proven = standing?.status === 'implemented' && standing.signedOff;
  return (
    fault ??
    firstFault(
      [data.closedBy.role !== 'rpa_lead', 'was not closed by a lead'],
      [data.reason === 'closed_implemented' && !proven, 'was closed as implemented and not proven so'],
    )
  );
};

const act: Judge<'ConcreteActionRecorded'> = (book, data) => {
  book.actions.set(data.actionId, data);
  const unknown = data.recommendations.some((reference) => !book.issuedOn.has(reference));
  return firstFault([unknown, 'names a recommendation that is not on record']);
};

const withdraw: Judge<'ConcreteActionWithdrawn'> = (book, { actionId }) => {
  const action = book.actions.get(actionId);
  if (!action || action.withdrawn) return 'withdraws what does not stand';
  action.withdrawn = true;
  return undefined;
};

export const recommendationRules: Judges = {
  CountryReportPublished: issue,
  CountryReportCorrected: issue,
  GovernmentResponseRecorded: onRecord,
  PaceNoted: onRecord,
  ConcreteActionRecorded: act,
  ConcreteActionCorrected: (book, { actionId }) =>
    firstFault([!book.actions.has(actionId), 'corrects an unknown action']),
  ConcreteActionWithdrawn: withdraw,
  ImplementationAssessed: assess,
  AssessmentSignedOff: signOff,
  RecommendationClosed: close,
};
