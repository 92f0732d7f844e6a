import { CommandPage } from '../../forms/command-page.tsx';
import { TextField } from '../../forms/fields.tsx';
import { missing } from '../../forms/required.ts';
import { AboutRecommendation } from './about-recommendation.tsx';
import { RecommendationBrief } from './recommendation-brief.tsx';

const KINDS: Readonly<Record<string, string>> = { R: 'response', A: 'assessment', C: 'closure' };

interface WithdrawEntryProps {
  readonly reference: string;
  readonly entryId: string;
}

export const WithdrawEntryPage = ({ reference, entryId }: WithdrawEntryProps) => {
  const kind = KINDS[/-([RAC])\d+$/.exec(entryId)?.[1] ?? ''] ?? 'entry';
  return (
    <AboutRecommendation title={`Withdraw the ${kind}`} reference={reference}>
      {(briefed, crumbs) => (
        <CommandPage
          title={`Withdraw the ${kind}`}
          lead={`${entryId} was recorded in error. What held before it holds again; the record stays readable in the history.`}
          crumbs={crumbs}
          command="withdrawEntry"
          initial={{ reason: '' }}
          check={({ reason }) => missing([['reason', reason, 'Say what was wrong.']])}
          input={({ reason }) => ({ reference, entryId, reason })}
          save={`Withdraw the ${kind}`}
          done={`The ${kind} is withdrawn`}
          next={() => [{ to: `/recommendations/${reference}`, name: 'Open the recommendation' }]}
          beside={<RecommendationBrief briefed={briefed} />}
        >
          {({ bind }) => <TextField label="What was wrong" {...bind('reason')} />}
        </CommandPage>
      )}
    </AboutRecommendation>
  );
};
