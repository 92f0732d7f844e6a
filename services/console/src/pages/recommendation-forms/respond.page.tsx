import { governmentResponses } from '@demarche/contracts/vocabularies';
import { CommandPage } from '../../forms/command-page.tsx';
import { ChipsField, DayField, LineField, TextField } from '../../forms/fields.tsx';
import { missing, orNull } from '../../forms/required.ts';
import { today } from '../../words/days.ts';
import { AboutRecommendation } from './about-recommendation.tsx';
import { RecommendationBrief } from './recommendation-brief.tsx';

const { none_yet: _, ...responses } = governmentResponses;
const RULES = { 'occurred-in-the-future': 'occurredOn', 'occurred-before-issue': 'occurredOn' };

export const RespondPage = ({ reference }: { readonly reference: string }) => (
  <AboutRecommendation title="Record their response" reference={reference}>
    {(briefed, crumbs) => (
      <CommandPage
        title="Record their response"
        lead="What the government said to the recommendation. No answer closes it, and none moves its assessment."
        crumbs={crumbs}
        command="recordGovernmentResponse"
        initial={{ response: '', occurredOn: today(), respondent: '', comment: '' }}
        check={({ response, occurredOn }) =>
          missing([
            ['response', response, 'Choose what they answered.'],
            ['occurredOn', occurredOn, 'Give the day on which they answered.'],
          ])
        }
        input={({ respondent, comment, ...rest }) => ({
          reference,
          ...rest,
          respondent: orNull(respondent),
          comment: orNull(comment),
        })}
        rules={RULES}
        save="Save the response"
        done="The response is recorded"
        next={() => [
          { to: `/recommendations/${reference}`, name: 'Open the recommendation' },
          { to: `/recommendations/${reference}/pace`, name: 'Note the pace' },
        ]}
        beside={<RecommendationBrief briefed={briefed} />}
      >
        {({ bind }) => (
          <>
            <ChipsField label="They" options={responses} {...bind('response')} />
            <DayField label="When" max={today()} {...bind('occurredOn')} />
            <LineField
              label="Who spoke for the government"
              hint="For example: Ministry of Justice"
              optional
              {...bind('respondent')}
            />
            <TextField label="What they said" optional {...bind('comment')} />
          </>
        )}
      </CommandPage>
    )}
  </AboutRecommendation>
);
