import { paces, waitingParties } from '@demarche/contracts/vocabularies';
import { CommandPage } from '../../forms/command-page.tsx';
import { ChipsField, DayField, TextField } from '../../forms/fields.tsx';
import { missing, orNull } from '../../forms/required.ts';
import { today } from '../../words/days.ts';
import { AboutRecommendation } from './about-recommendation.tsx';
import { RecommendationBrief } from './recommendation-brief.tsx';

const RULES = { 'occurred-in-the-future': 'occurredOn', 'occurred-before-issue': 'occurredOn' };

export const NotePacePage = ({ reference }: { readonly reference: string }) => (
  <AboutRecommendation title="Note the pace" reference={reference}>
    {(briefed, crumbs) => (
      <CommandPage
        title="Note the pace"
        lead="How the work goes, and whose move it is. It moves no assessment."
        crumbs={crumbs}
        command="notePace"
        initial={{ pace: '', waitingOn: '', occurredOn: today(), note: '' }}
        check={({ pace, waitingOn, occurredOn }) =>
          missing([
            ['pace', pace + waitingOn, 'Say how it goes, or whose move it is.'],
            ['occurredOn', occurredOn, 'Give the day.'],
          ])
        }
        input={({ pace, waitingOn, note, occurredOn }) => ({
          reference,
          occurredOn,
          pace: orNull(pace),
          waitingOn: orNull(waitingOn),
          note: orNull(note),
        })}
        rules={RULES}
        save="Save the pace"
        done="The pace is noted"
        next={() => [{ to: `/recommendations/${reference}`, name: 'Open the recommendation' }]}
        beside={<RecommendationBrief briefed={briefed} />}
      >
        {({ bind }) => (
          <>
            <ChipsField label="How it goes" options={paces} {...bind('pace')} />
            <ChipsField label="Waiting on" options={waitingParties} {...bind('waitingOn')} />
            <DayField label="As of" max={today()} {...bind('occurredOn')} />
            <TextField label="Note" optional {...bind('note')} />
          </>
        )}
      </CommandPage>
    )}
  </AboutRecommendation>
);
