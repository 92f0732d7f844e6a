import { agoInWords } from '../../words/days.ts';
import type { CountryHeld } from './country.document.ts';

interface Asked extends Pick<CountryHeld, 'openPromises' | 'openFollowUps'> {
  readonly lastEngagement: { readonly daysAgo: number } | null;
}

const meeting = ({ lastEngagement }: Asked): string =>
  lastEngagement ? `The last engagement was ${agoInWords(lastEngagement.daysAgo)}.` : 'No engagement is on record.';

/** What is said where nothing asks for attention: only what is known. */
export const nothingPressing = (held: Asked): string =>
  held.openPromises + held.openFollowUps === 0
    ? `Nothing: no promise or follow-up is open. ${meeting(held)}`
    : `Nothing: no promise or follow-up is overdue. ${meeting(held)}`;
