import type { ComponentChildren } from 'preact';
import { useAddress } from '../address/address-provider.tsx';
import { isNow } from '../address/point-in-time.ts';
import type { Asked } from '../graphql/use-answer.ts';
import { NotFoundPage } from '../pages/not-found/not-found.page.tsx';
import { type KnownToday, whyNotHeld } from '../words/why-not-held.ts';
import { Answered } from './asked.tsx';
import { type Beginning, NotYetHappened } from './not-yet-happened.tsx';
import { NothingHeld } from './nothing-held.tsx';
import { Page, type PageFrame } from './page.tsx';

interface RecordPageProps<Answer, Held> {
  readonly asked: Asked<Answer & { readonly today: KnownToday | null }>;
  /** The record, at the point in time of the address. */
  pick(answer: Answer): Held | null;
  /** Around the page while the record is not known. */
  readonly bare: PageFrame;
  frame(held: Held): PageFrame;
  /** `this engagement`: for the sentence that says since when it is held. */
  readonly of: string;
  /** For the sentence that says that the world had not come so far. */
  readonly beginning?: Beginning;
  children(held: Held): ComponentChildren;
}

interface MissingProps {
  readonly known: KnownToday;
  readonly of: string;
  readonly beginning: Beginning | undefined;
}

const Missing = ({ known, of, beginning }: MissingProps) => {
  const { point } = useAddress().address;
  const { happenedOn } = known;
  return beginning && happenedOn && whyNotHeld(point, known) === 'had-not-happened' ? (
    <NotYetHappened happenedOn={happenedOn} beginning={beginning} of={of} />
  ) : (
    <NothingHeld heldSince={known.recordedAt} of={of} />
  );
};

/** The page of one record: asked, shown, unknown, or not yet held on the day that is shown. */
export function RecordPage<Answer, Held>(props: RecordPageProps<Answer, Held>) {
  const { asked, pick, bare, frame, of, beginning, children } = props;
  const { point } = useAddress().address;
  if (asked.answer === null) {
    return (
      <Page {...bare}>
        <Answered asked={asked}>{() => null}</Answered>
      </Page>
    );
  }
  const held = pick(asked.answer);
  const known = asked.answer.today;
  if (!held && (isNow(point) || known === null)) return <NotFoundPage />;
  return (
    <Page {...(held ? frame(held) : bare)}>
      <Answered asked={asked}>
        {() => (held ? children(held) : known && <Missing known={known} of={of} beginning={beginning} />)}
      </Answered>
    </Page>
  );
}
