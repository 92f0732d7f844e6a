import { closureReasons } from '@demarche/contracts/vocabularies';
import { CommandPage } from '../../forms/command-page.tsx';
import { ChipsField, DayField, TextField } from '../../forms/fields.tsx';
import { missing } from '../../forms/required.ts';
import { today } from '../../words/days.ts';
import { AboutRecommendation } from './about-recommendation.tsx';
import { RecommendationBrief } from './recommendation-brief.tsx';

const RULES = {
  'occurred-in-the-future': 'occurredOn',
  'occurred-before-issue': 'occurredOn',
  'not-assessed-implemented': 'reason',
  'assessment-not-signed-off': 'reason',
  'basis-withdrawn': 'reason',
};

export const ClosePage = ({ reference }: { readonly reference: string }) => (
  <AboutRecommendation title="Close the recommendation" reference={reference}>
    {(briefed, crumbs) => (
      <CommandPage
        title="Close the recommendation"
        lead="The end of its life, with a reason. As implemented it closes only on an assessment that says so and is signed off."
        crumbs={crumbs}
        command="closeRecommendation"
        initial={{ reason: '', occurredOn: today(), explanation: '' }}
        check={({ reason, occurredOn, explanation }) =>
          missing([
            ['reason', reason, 'Choose why it is closed.'],
            ['occurredOn', occurredOn, 'Give the day.'],
            ['explanation', explanation, 'Explain it in a sentence or two.'],
          ])
        }
        input={(fields) => ({ reference, ...fields })}
        rules={RULES}
        save="Close it"
        done="The recommendation is closed"
        next={() => [
          { to: `/recommendations/${reference}`, name: 'Open the recommendation' },
          { to: `/countries/${reference.slice(0, 3)}`, name: 'Open the country' },
        ]}
        beside={<RecommendationBrief briefed={briefed} />}
      >
        {({ bind }) => (
          <>
            <ChipsField label="Why" options={closureReasons} {...bind('reason')} />
            <DayField label="When" max={today()} {...bind('occurredOn')} />
            <TextField label="Explanation" {...bind('explanation')} />
          </>
        )}
      </CommandPage>
    )}
  </AboutRecommendation>
);
