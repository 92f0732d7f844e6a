import { minimumStandards, pillars } from '@demarche/contracts/vocabularies';
import { Page } from '../../app/page.tsx';
import { CommandPage } from '../../forms/command-page.tsx';
import { TicksField } from '../../forms/ticks-field.tsx';
import { crumbsOf, RecommendationBrief, useRecommendation } from './recommendation-brief.tsx';

const asOptions = (labels: Readonly<Record<string, string>>, withCode: boolean) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: withCode ? `${value}: ${label}` : label }));

export const TagPage = ({ reference }: { readonly reference: string }) => {
  const briefed = useRecommendation(reference);
  if (!briefed.held) {
    return (
      <Page title="Pillars and standards" crumbs={crumbsOf(reference)}>
        <RecommendationBrief briefed={briefed} />
      </Page>
    );
  }
  const initial: { pillars: readonly string[]; standards: readonly string[] } = {
    pillars: briefed.held.pillars,
    standards: briefed.held.standards,
  };
  return (
    <CommandPage
      title="Pillars and standards"
      lead="Under which of the four P and which minimum standards of 22 U.S.C. 7106 it falls. The list replaces the one before."
      crumbs={crumbsOf(reference)}
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
