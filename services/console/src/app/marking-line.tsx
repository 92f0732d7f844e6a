import { useSensitivity } from './sensitivity.tsx';
import { useSession } from './session-provider.tsx';

/** The handling of what is on the page: above and below it, on screen and on paper. */
export const MarkingLine = ({ place }: { readonly place: 'top' | 'bottom' }) => {
  const { config } = useSession();
  const sensitive = useSensitivity();
  const note = config.demonstration ? ' · demonstration data: countries XAA to XZZ do not exist' : '';
  return (
    <section
      class={sensitive ? `marking marking--${place} marking--sensitive` : `marking marking--${place}`}
      aria-label={place === 'top' ? 'Marking' : 'Marking, repeated'}
    >
      {sensitive ? 'SENSITIVE BUT UNCLASSIFIED' : config.marking}
      {note}
    </section>
  );
};
