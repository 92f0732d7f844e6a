import { countOf } from '../record-keeping/keep-record.ts';

interface Restored {
  readonly folder: string;
  readonly keptAside: string | null;
  readonly ownViews: boolean;
  readonly manifest: { readonly events: number; readonly takenAt: string };
}

/** What was restored, and what is still to be done before anything starts on it. */
export const describeRestored = (restored: Restored): readonly string[] => {
  const { folder, keptAside, ownViews, manifest } = restored;
  return [
    `Restored ${countOf(manifest.events, 'event')}, as they were at ${manifest.takenAt}, into ${folder}.`,
    ...(keptAside ? [`What was there before is kept in ${keptAside}.`] : []),
    ...(ownViews ? [] : DELETE_WHAT_IS_NEWER),
    `${ownViews ? 'Start Demarche again: it' : 'Then start Demarche again. It'} makes its views anew first. Whoever was signed in may have to choose again who they are.`,
  ];
};

const DELETE_WHAT_IS_NEWER = [
  'Where its services are processes of their own, delete what may be newer than this record before any of them starts:',
  '  the views of every replica: the files that DEMARCHE_VIEWS names, and those beside them;',
  '  the stream on the bus: "nats stream rm DEMARCHE", or the folder in which the NATS server keeps its data.',
];
