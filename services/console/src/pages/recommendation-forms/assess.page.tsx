import { useMemo } from 'preact/hooks';
import { type Crumb, Page } from '../../app/page.tsx';
import { CommandPage } from '../../forms/command-page.tsx';
import { lastDayWithin, periodInWords, today } from '../../words/days.ts';
import type { RecommendationHeld } from '../recommendation/recommendation.document.ts';
import { AboutRecommendation } from './about-recommendation.tsx';
import { periodsSince } from './assessable-periods.ts';
import {
  ASSESSMENT_RULES,
  type AssessmentFields,
  AssessmentQuestions,
  assessmentInput,
  checkAssessment,
  isInPeriod,
} from './assessment-fields.tsx';
import { type Briefed, RecommendationBrief } from './recommendation-brief.tsx';

interface ReadyProps {
  readonly held: RecommendationHeld;
  readonly briefed: Briefed;
  readonly crumbs: readonly Crumb[];
}

const Ready = ({ held, briefed, crumbs }: ReadyProps) => {
  const { reference, issuedOn } = held;
  const current = held.implementation.reportingPeriod;
  const periods = useMemo(
    () => new Map(periodsSince(issuedOn, current).map((period) => [String(period), periodInWords(period)])),
    [issuedOn, current],
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
      crumbs={crumbs}
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
      {(filling) => (
        <AssessmentQuestions filling={filling} actions={briefed.actions} periods={periods} issuedOn={issuedOn} />
      )}
    </CommandPage>
  );
};

export const AssessPage = ({ reference }: { readonly reference: string }) => (
  <AboutRecommendation title="Assess" reference={reference}>
    {(briefed, crumbs) =>
      briefed.held ? (
        <Ready held={briefed.held} briefed={briefed} crumbs={crumbs} />
      ) : (
        <Page title="Assess" crumbs={crumbs}>
          <RecommendationBrief briefed={briefed} />
        </Page>
      )
    }
  </AboutRecommendation>
);
