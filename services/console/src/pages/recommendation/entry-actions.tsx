import { useAddress } from '../../address/address-provider.tsx';
import { isNow } from '../../address/point-in-time.ts';
import type { TimelineEntry } from '../../graphql/answers.ts';
import { SignOff } from './sign-off.tsx';

interface EntryProps {
  readonly entry: TimelineEntry;
  /** Of the page’s own recommendation. */
  readonly reference: string;
}

const entryIdOf = (entry: TimelineEntry): string | null => {
  switch (entry.kind) {
    case 'response':
      return entry.responseId;
    case 'assessment':
      return entry.assessmentId;
    case 'closure':
      return entry.closureId;
    default:
      return null;
  }
};

/** Where an entry was recorded: under the page’s own recommendation, or under that of a year before. */
const subjectOf = ({ recommendations }: TimelineEntry, reference: string): string =>
  recommendations.some((one) => one === reference) ? reference : (recommendations[0] ?? reference);

/** An entry of a year before names the recommendation that it was recorded under; a publication says its year itself. */
const EarlierReference = ({ entry, reference }: EntryProps) => {
  const { to } = useAddress();
  const subject = subjectOf(entry, reference);
  if (subject === reference || entry.kind === 'report-published') return null;
  return <a href={to(`/recommendations/${subject}`)}>{subject}</a>;
};

/** What can be put right, or confirmed, at an entry of a recommendation’s timeline. */
export const EntryActions = ({ entry, reference }: EntryProps) => {
  const { address, to } = useAddress();
  const earlier = <EarlierReference entry={entry} reference={reference} />;
  if (!isNow(address.point)) return <p class="entry__actions">{earlier}</p>;
  const entryId = entryIdOf(entry);
  const subject = subjectOf(entry, reference);
  return (
    <p class="entry__actions">
      {earlier}
      {entry.kind === 'assessment' && !entry.signedOff && (
        <SignOff reference={subject} assessmentId={entry.assessmentId} />
      )}
      {entryId && <a href={to(`/recommendations/${subject}/withdraw/${entryId}`)}>Recorded in error?</a>}
      {entry.kind === 'concrete-action' && (
        <a href={to(`/recommendations/${subject}/actions/${entry.actionId}`)}>Correct or withdraw</a>
      )}
    </p>
  );
};
