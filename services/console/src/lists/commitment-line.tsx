import { commitmentForces, commitmentStates, deliveryStatuses } from '@demarche/contracts/vocabularies';
import { useAddress } from '../address/address-provider.tsx';
import { useNameOf } from '../app/country-names.tsx';
import type { Commitment } from '../graphql/answers.ts';
import { Behind } from '../marks/behind.tsx';
import { dayInWords } from '../words/days.ts';
import { deliveryOf } from '../words/delivery.ts';

export type CommitmentRow = Omit<Commitment, 'reviews' | 'ended' | 'recordedAt' | 'revision'> & {
  readonly reviews: ReadonlyArray<Pick<Commitment['reviews'][number], 'delivery'>>;
};

const notesOf = (row: CommitmentRow, nameOf: (code: string) => string): string =>
  [
    row.kind === 'promise'
      ? `Promise, made ${dayInWords(row.madeOn)}`
      : [row.documentSymbol, row.paragraph].filter(Boolean).join(', '),
    row.force && commitmentForces[row.force].toLowerCase(),
    row.countries.map(nameOf).join(', ') || (row.kind === 'promise' ? '' : 'all participants'),
    row.responsibleBody ?? row.madeBy,
    row.dueOn ? `due ${dayInWords(row.dueOn)}` : 'no due date',
  ]
    .filter(Boolean)
    .join(' · ');

/** A promise or a forum commitment in a list: what, by whom, when due, and how far it has been delivered. */
export const CommitmentLine = ({ row }: { readonly row: CommitmentRow }) => {
  const { to } = useAddress();
  const nameOf = useNameOf();
  const delivery = deliveryOf(row);
  return (
    <li class={row.kind === 'promise' ? 'line line--promise' : 'line'}>
      <a class="line__title" href={to(`/commitments/${row.commitmentId}`)}>
        {row.wording}
      </a>
      <span class="line__notes">{notesOf(row, nameOf)}</span>
      <span class="line__side">
        <Behind since={row.notUpToDateSince} />
        {row.overdue ? <strong class="pressing">Overdue</strong> : commitmentStates[row.state]}
        <span class="quiet">
          {delivery ? `delivery: ${deliveryStatuses[delivery].toLowerCase()}` : 'delivery not reviewed'}
        </span>
      </span>
    </li>
  );
};
