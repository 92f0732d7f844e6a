import { useAddress } from '../address/address-provider.tsx';

/** References with commas between, each leading to its page. */
export const LinkedList = ({
  references,
  under,
}: {
  readonly references: readonly string[];
  readonly under: string;
}) => {
  const { to } = useAddress();
  return (
    <>
      {references.map((reference, index) => (
        <span key={reference}>
          {index > 0 && ', '}
          <a href={to(`${under}/${reference}`)}>{reference}</a>
        </span>
      ))}
    </>
  );
};
