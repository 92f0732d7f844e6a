import { minimumStandards, pillars } from '@demarche/contracts/vocabularies';
import { type Crumb, Page } from '../../app/page.tsx';
import { CommandPage } from '../../forms/command-page.tsx';
import { TicksField } from '../../forms/ticks-field.tsx';
import type { RecommendationHeld } from '../recommendation/recommendation.document.ts';
import { AboutRecommendation } from './about-recommendation.tsx';
import { type Briefed, RecommendationBrief } from './recommendation-brief.tsx';

const asOptions = (labels: Readonly<Record<string, string>>, withCode: boolean) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: withCode ? `${value}: ${label}` : label }));

interface ReadyProps {
  readonly held: RecommendationHeld;
  readonly briefed: Briefed;
  readonly crumbs: readonly Crumb[];
}

const Ready = ({ held, briefed, crumbs }: ReadyProps) => {
  const { reference } = held;
  const initial: { pillars: readonly string[]; standards: readonly string[] } = {
    pillars: held.pillars,
    standards: held.standards,
  };
  return (
    <CommandPage
      title="Pillars and standards"
      lead="Under which of the four P and which minimum standards of 22 U.S.C. 7106 it falls. The list replaces the one before."
      crumbs={crumbs}
      command="tagRecommendation"
      initial={initial}
      check={() => []}
      input={(fields) => ({ reference, ...fields })}
      save="Save"
      done="Pillars and standards are recorded"
      next={() => [{ to: `/recommendations/${reference}`, name: 'Open the recommendation' }]}
      beside={<RecommendationBrief briefed={briefed} />}
    >
      {({ fields, put }) => (
        <>
          <TicksField
            name="pillars"
            label="Pillars"
            options={asOptions(pillars, false)}
            values={fields.pillars}
            set={(values) => put({ pillars: values })}
          />
          <TicksField
            name="standards"
            label="Minimum standards"
            options={asOptions(minimumStandards, true)}
            values={fields.standards}
            set={(values) => put({ standards: values })}
          />
        </>
      )}
    </CommandPage>
  );
};

export const TagPage = ({ reference }: { readonly reference: string }) => (
  <AboutRecommendation title="Pillars and standards" reference={reference}>
    {(briefed, crumbs) =>
      briefed.held ? (
        <Ready held={briefed.held} briefed={briefed} crumbs={crumbs} />
      ) : (
        <Page title="Pillars and standards" crumbs={crumbs}>
          <RecommendationBrief briefed={briefed} />
        </Page>
      )
    }
  </AboutRecommendation>
);
