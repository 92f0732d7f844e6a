import { dirname } from 'node:path';
import { StartRefused } from './start-refused.ts';

interface Ends {
  /** The newest event of the record. */
  readonly record: number;
  /** The newest event that the views have read; null where there are none. */
  readonly views: number | null;
}

/**
 * The views read what is durable only, so that they never know more than the record. Where they do, the record was cut short:
 * its log was damaged or left behind, or an older copy was put in its place. To go on would record new events at positions
 * that others have had.
 * @throws StartRefused
 */
export const refuseLostEvents = (
  { eventsFile, viewsFile }: { readonly eventsFile: string; readonly viewsFile: string },
  { record, views }: Ends,
): void => {
  if (views === null || views <= record) return;
  throw new StartRefused(
    `${eventsFile} ends with event ${record}, but Demarche had recorded ${views}: events have been lost, or an older copy was put in its place. Nothing was changed. Bring back the newest backup with "demarche restore"; or, if this older record is the one that is meant, delete the folder ${dirname(viewsFile)} and start again.`,
  );
};
