import { useAddress } from '../../address/address-provider.tsx';
import { Page } from '../../app/page.tsx';

export const NotFoundPage = () => {
  const { to } = useAddress();
  return (
    <Page title="There is no such page" lead="The address may be incomplete, or the record may have another reference.">
      <p>
        <a href={to('/countries')}>Go to the countries</a>, or search for what you had in mind above.
      </p>
    </Page>
  );
};
