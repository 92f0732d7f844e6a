import { commitmentForces, commitmentKinds, commitmentStates } from '@demarche/contracts/vocabularies';
import { listOf } from '../../address/address.ts';
import { useAddress } from '../../address/address-provider.tsx';
import { Answered } from '../../app/asked.tsx';
import { Page } from '../../app/page.tsx';
import type { Connection } from '../../graphql/answers.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { ChipLink } from '../../lists/chip-link.tsx';
import { CommitmentLine, type CommitmentRow } from '../../lists/commitment-line.tsx';
import { FilterMenu } from '../../lists/filter-menu.tsx';
import { Pager } from '../../lists/pager.tsx';
import { counted } from '../../words/days.ts';
import { CommitmentsDocument } from './commitments.document.ts';

const dueIn = (due: string | null) => {
  if (due === 'overdue') return { overdue: true };
  return due && /^\d{1,4}$/.test(due) ? { dueWithinDays: Number(due), states: ['open'] } : {};
};

/**
 * Promises alone, unless the address asks for other kinds: the numbers of the first page count promises. Those that are
 * open, unless it asks for the settled: what is due next would stand behind years of what was kept long ago.
 */
const questionIn = (search: URLSearchParams) => {
  const list = (name: string) => (search.has(name) ? listOf(search, name) : undefined);
  return {
    filter: {
      kinds: list('kinds') ?? ['promise'],
      states: list('states') ?? (search.get('settled') === 'too' ? undefined : ['open']),
      forces: list('forces'),
      countries: list('country'),
      ...dueIn(search.get('due')),
    },
    after: search.get('after'),
  };
};

export const CommitmentsPage = () => {
  const { address } = useAddress();
  const asked = useAnswer<{ commitments: Connection<CommitmentRow> }>({
    document: CommitmentsDocument,
    steady: true,
    variables: questionIn(address.search),
  });
  return (
    <Page
      title="Promises"
      lead="What other governments said they would do, those due first before the rest; what is settled stands apart. A promise never moves an assessment."
    >
      <div class="filters" role="group" aria-label="Filters">
        <ChipLink label="Open" set={{ due: null, states: null, settled: null }} />
        <ChipLink label="Overdue" set={{ due: 'overdue', states: null, settled: null }} />
        <ChipLink label="Due in 30 days" set={{ due: '30', states: null, settled: null }} />
        <ChipLink label="Settled" set={{ due: null, states: 'fulfilled,lapsed,withdrawn', settled: null }} />
        <ChipLink label="All" set={{ due: null, states: null, settled: 'too' }} />
        <FilterMenu name="states" label="State" options={commitmentStates} />
        <FilterMenu name="kinds" label="Kind" options={commitmentKinds} />
        <FilterMenu name="forces" label="Force" options={commitmentForces} />
      </div>
      <Answered asked={asked}>
        {({ commitments }) => (
          <>
            <p class="count" role="status">
              {commitments.totalCount === 0 ? 'None matches.' : counted(commitments.totalCount, 'promise')}
            </p>
            <ul class="lines">
              {commitments.nodes.map((row) => (
                <CommitmentLine key={row.commitmentId} row={row} />
              ))}
            </ul>
            <Pager list={commitments} what="promises" />
          </>
        )}
      </Answered>
    </Page>
  );
};
