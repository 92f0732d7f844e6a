import { dayInWords } from '../words/days.ts';

/** In a list: this record could not be brought up to date. Its own page says what that means. */
export const Behind = ({ since }: { readonly since: string | null }) =>
  since ? <span class="behind">Not up to date since {dayInWords(since)}</span> : null;
