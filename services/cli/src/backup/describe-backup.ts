import { countOf } from '../record-keeping/keep-record.ts';

interface Taken {
  readonly folder: string;
  readonly home: string;
  readonly isRenamed: boolean;
  readonly manifest: { readonly events: number; readonly demonstration: boolean; readonly takenAt: string };
}

/** What was copied, and the command that puts it back where it was. */
export const describeBackup = ({ folder, home, isRenamed, manifest }: Taken): readonly string[] => [
  `Backed up ${countOf(manifest.events, 'event')}, as they were at ${manifest.takenAt}, to ${folder}. The copy was read from end to end and is sound.`,
  ...(manifest.demonstration ? ['What it holds is the demonstration, about countries that do not exist.'] : []),
  `Bring it back, once every service of Demarche is stopped, with: demarche restore --replace --data ${word(home)} ${word(folder)}`,
  ...(isRenamed ? ['There the record is called events.sqlite then: name that in DEMARCHE_STORE.'] : []),
];

/** As a shell takes it for one word. */
const word = (path: string): string =>
  /^[\w@%+=:,./\\-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
