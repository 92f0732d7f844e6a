import type { CommandAnswer } from '@demarche/contracts';
import type { DemarcheServer, FileToPreview, PreviewWishes } from '../server/demarche-server.ts';
import type { ImportRow } from './import-row.ts';

type Notes = ImportRow['warnings'];

/** What the preview says only of what changes nothing. */
const CODES: readonly string[] = ['awaiting-review', 'release-day-differs'];

/** Asks what a person should know of a narrative that changed nothing, and says it as the preview does. */
export const notesOnUnchanged =
  (server: DemarcheServer, file: FileToPreview, wishes: PreviewWishes) =>
  async (narrative: string): Promise<Notes> => {
    const rows = await server.preview(file, wishes);
    return rows.filter((row) => row.file === narrative).flatMap(({ warnings }) => warnings.filter(isNote));
  };

const isNote = ({ code }: { readonly code: string }): boolean => CODES.includes(code);

/**
 * Whether "unchanged" may not be all: of a text that is known, though not by this very import. Where the first import
 * came again, day and all, there is nothing to ask for.
 */
export const mayHideMore = ({ recorded, repeated, events }: CommandAnswer): boolean =>
  !recorded || (repeated && events.some(({ type }) => type === 'CountryReportRewordingReceived'));
