import { useAddress } from '../address/address-provider.tsx';

/** References with commas between, each leading to its page. */
export const LinkedList = ({
  references,
  under,
  named = (reference) => reference,
}: {
  readonly references: readonly string[];
  readonly under: string;
  readonly named?: (reference: string) => string;
}) => {
  const { to } = useAddress();
  return (
    <>
      {references.map((reference, index) => (
        <span key={reference}>
          {index > 0 && ', '}
          <a href={to(`${under}/${reference}`)}>{named(reference)}</a>
        </span>
      ))}
    </>
  );
};
