import { type Channel, channels, type DeliveryForm, deliveryForms } from '@demarche/contracts/vocabularies';

/** What an engagement is called: by its diplomatic form, or by its channel where nothing was handed over. */
export const formOf = ({
  channel,
  deliveryForm,
}: {
  readonly channel: Channel;
  readonly deliveryForm: DeliveryForm;
}): string => (deliveryForm === 'oral' ? channels[channel] : deliveryForms[deliveryForm]);
