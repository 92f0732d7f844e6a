import { commitmentForces, deliveryStatuses, forums } from '@demarche/contracts/vocabularies';
import { NotUpToDate } from '../../app/not-up-to-date.tsx';
import type { PageFrame } from '../../app/page.tsx';
import { RecordPage } from '../../app/record-page.tsx';
import type { Instrument } from '../../graphql/answers.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { CommitmentLine, type CommitmentRow } from '../../lists/commitment-line.tsx';
import { OutwardLink } from '../../marks/evidence-list.tsx';
import { counted, dayInWords } from '../../words/days.ts';
import { deliveryOf } from '../../words/delivery.ts';
import { InstrumentDocument } from './instrument.document.ts';

type Held = Pick<
  Instrument,
  | 'instrumentId'
  | 'forum'
  | 'session'
  | 'documentSymbol'
  | 'title'
  | 'adoptedOn'
  | 'sourceAddress'
  | 'recordedAt'
  | 'notUpToDateSince'
> & {
  readonly recordedBy: { readonly name: string };
  readonly commitments: { readonly nodes: readonly CommitmentRow[] };
};

interface InstrumentAnswer {
  readonly instrument: Held | null;
  readonly today: { readonly recordedAt: string } | null;
}

/** `3 concrete, 5 hortatory; delivery: 1 complete, 2 not reviewed`: whether words became an outcome. */
const sumUp = (commitments: readonly CommitmentRow[]): string => {
  const count = (holds: (row: CommitmentRow) => boolean) => commitments.filter(holds).length;
  const forces = Object.entries(commitmentForces).map(
    ([code, label]) => [count(({ force }) => force === code), label.toLowerCase()] as const,
  );
  const delivered = Object.entries(deliveryStatuses).map(
    ([code, label]) => [count((row) => deliveryOf(row) === code), label.toLowerCase()] as const,
  );
  const words = (pairs: ReadonlyArray<readonly [number, string]>) =>
    pairs
      .filter(([number]) => number > 0)
      .map(([number, label]) => `${number} ${label}`)
      .join(', ');
  const unreviewed = count((row) => deliveryOf(row) === null);
  return `${words(forces)}. Delivery: ${words([...delivered, [unreviewed, 'not reviewed']])}.`;
};

const Shown = ({ held }: { readonly held: Held }) => (
  <>
    <NotUpToDate since={held.notUpToDateSince} />
    <section aria-labelledby="commitments">
      <h2 id="commitments">{counted(held.commitments.nodes.length, 'commitment')}</h2>
      {held.commitments.nodes.length > 0 && <p class="quiet">{sumUp(held.commitments.nodes)}</p>}
      <ul class="lines">
        {held.commitments.nodes.map((row) => (
          <CommitmentLine key={row.commitmentId} row={row} />
        ))}
      </ul>
    </section>
    <p class="quiet">
      Recorded by {held.recordedBy.name}, {dayInWords(held.recordedAt)}.{' '}
      {held.sourceAddress && <OutwardLink to={held.sourceAddress}>The text itself</OutwardLink>}
    </p>
  </>
);

const crumbs = [{ to: '/forums', name: 'Forums' }];

const frameOf = (held: Held): PageFrame => ({
  title: held.title,
  lead: [forums[held.forum], held.session, held.documentSymbol, `adopted ${dayInWords(held.adoptedOn)}`]
    .filter(Boolean)
    .join(' · '),
  crumbs,
});

export const InstrumentPage = ({ id }: { readonly id: string }) => {
  const asked = useAnswer<InstrumentAnswer>({ document: InstrumentDocument, variables: { id } });
  return (
    <RecordPage
      asked={asked}
      pick={(answer) => answer.instrument}
      bare={{ title: id, crumbs }}
      frame={frameOf}
      of="this text"
    >
      {(held) => <Shown held={held} />}
    </RecordPage>
  );
};
