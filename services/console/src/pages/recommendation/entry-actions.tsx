import { useAddress } from '../../address/address-provider.tsx';
import { isNow } from '../../address/point-in-time.ts';
import type { TimelineEntry } from '../../graphql/answers.ts';
import { SignOff } from './sign-off.tsx';

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

/** What can be put right, or confirmed, at an entry of a recommendation’s timeline. */
export const EntryActions = ({ entry, reference }: { readonly entry: TimelineEntry; readonly reference: string }) => {
  const { address, to } = useAddress();
  if (!isNow(address.point)) return null;
  const entryId = entryIdOf(entry);
  return (
    <p class="entry__actions">
      {entry.kind === 'assessment' && !entry.signedOff && (
        <SignOff reference={reference} assessmentId={entry.assessmentId} />
      )}
      {entryId && <a href={to(`/recommendations/${reference}/withdraw/${entryId}`)}>Recorded in error?</a>}
      {entry.kind === 'concrete-action' && (
        <a href={to(`/recommendations/${reference}/actions/${entry.actionId}`)}>Correct or withdraw</a>
      )}
    </p>
  );
};
