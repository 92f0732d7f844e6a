import { useMemo } from 'preact/hooks';
import { Page } from '../../app/page.tsx';
import { CommandPage } from '../../forms/command-page.tsx';
import { lastDayWithin, periodInWords, periodOf, today } from '../../words/days.ts';
import {
  ASSESSMENT_RULES,
  type AssessmentFields,
  AssessmentQuestions,
  assessmentInput,
  checkAssessment,
  isInPeriod,
} from './assessment-fields.tsx';
import { type Briefed, crumbsOf, RecommendationBrief, useRecommendation } from './recommendation-brief.tsx';

const Ready = ({ reference, briefed }: { readonly reference: string; readonly briefed: Briefed }) => {
  const current = briefed.held?.implementation.reportingPeriod ?? periodOf(today());
  const periods = useMemo(
    () => Object.fromEntries([current, current - 1].map((period) => [String(period), periodInWords(period)])),
    [current],
  );
  const hasNow = briefed.actions.some((action) => isInPeriod(action, String(current)));
  const initial: AssessmentFields = {
    period: String(current),
    occurredOn: lastDayWithin(current, today()),
    status: '',
    basis: hasNow ? 'actions' : '',
    actions: [],
    finding: '',
    rationale: '',
  };
  return (
    <CommandPage
      title="Assess"
      lead="How far it was implemented in the reporting period, judged on what was done and not on what was promised (22 U.S.C. 7107(b)(1))."
      crumbs={crumbsOf(reference)}
      command="assessImplementation"
      initial={initial}
      check={checkAssessment}
      input={(fields) => assessmentInput(reference, fields)}
      rules={ASSESSMENT_RULES}
      save="Save the assessment"
      done="The assessment is recorded"
      next={() => [
        { to: `/recommendations/${reference}`, name: 'Open the recommendation' },
        { to: `/countries/${reference.slice(0, 3)}`, name: 'Open the country' },
      ]}
      beside={
        <>
          <RecommendationBrief briefed={briefed} />
          <p class="panel">
            Another RPA lead signs it off on the recommendation’s page. Was something done that is not on the list?{' '}
            <a href={`/actions/new?recommendation=${reference}`}>Record the action first.</a>
          </p>
        </>
      }
    >
      {(filling) => <AssessmentQuestions filling={filling} actions={briefed.actions} periods={periods} />}
    </CommandPage>
  );
};

export const AssessPage = ({ reference }: { readonly reference: string }) => {
  const briefed = useRecommendation(reference);
  if (briefed.held) return <Ready reference={reference} briefed={briefed} />;
  return (
    <Page title="Assess" crumbs={crumbsOf(reference)}>
      <RecommendationBrief briefed={briefed} />
    </Page>
  );
};
