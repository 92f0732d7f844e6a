import type { ComponentChildren } from 'preact';
import { useAddress } from '../address/address-provider.tsx';
import { isNow } from '../address/point-in-time.ts';
import type { Asked } from '../graphql/use-answer.ts';
import { NotFoundPage } from '../pages/not-found/not-found.page.tsx';
import { Answered } from './asked.tsx';
import { NothingHeld } from './nothing-held.tsx';
import { Page, type PageFrame } from './page.tsx';

interface RecordPageProps<Answer, Held> {
  readonly asked: Asked<Answer & { readonly today: { readonly recordedAt: string } | null }>;
  /** The record, at the point in time of the address. */
  pick(answer: Answer): Held | null;
  /** Around the page while the record is not known. */
  readonly bare: PageFrame;
  frame(held: Held): PageFrame;
  /** `this engagement`: for the sentence that says since when it is held. */
  readonly of: string;
  children(held: Held): ComponentChildren;
}

/** The page of one record: asked, shown, unknown, or not yet held on the day that is shown. */
export function RecordPage<Answer, Held>({ asked, pick, bare, frame, of, children }: RecordPageProps<Answer, Held>) {
  const { point } = useAddress().address;
  if (asked.answer === null) {
    return (
      <Page {...bare}>
        <Answered asked={asked}>{() => null}</Answered>
      </Page>
    );
  }
  const held = pick(asked.answer);
  const since = asked.answer.today?.recordedAt ?? null;
  if (!held && (isNow(point) || since === null)) return <NotFoundPage />;
  return (
    <Page {...(held ? frame(held) : bare)}>
      <Answered asked={asked}>{() => (held ? children(held) : <NothingHeld heldSince={since} of={of} />)}</Answered>
    </Page>
  );
}
