import { useSession } from './session-provider.tsx';

/** The handling of what is on the page: above and below it, on screen and on paper. */
export const MarkingLine = ({ place }: { readonly place: 'top' | 'bottom' }) => {
  const { config } = useSession();
  const note = config.demonstration ? ' · demonstration data: these countries do not exist' : '';
  return (
    <section class={`marking marking--${place}`} aria-label={place === 'top' ? 'Marking' : 'Marking, repeated'}>
      {config.marking}
      {note}
    </section>
  );
};
