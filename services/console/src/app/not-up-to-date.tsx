import { momentInWords } from '../words/days.ts';

/** A record that could not be brought up to date says since when, on its own page. */
export const NotUpToDate = ({ since }: { readonly since: string | null }) =>
  since ? (
    <p class="notice notice--fault" role="status">
      <strong>Not up to date since {momentInWords(since)}.</strong> Something recorded about this could not be taken
      into the views yet; what you see here may lack it. Nothing is lost.
    </p>
  ) : null;
