import { existsSync } from 'node:fs';
import { projectors } from '@demarche/projections';

/** `?gate=FILE&stream=STREAM`: while the file is there, one view cannot take what happens in this stream. */
const { searchParams } = new URL(import.meta.url);
const gate = searchParams.get('gate') ?? '';
const stream = searchParams.get('stream');

const choking = projectors.find(({ view }) => view === 'recommendation') as {
  project: (typeof projectors)[number]['project'];
};
const take = choking.project.bind(choking);
choking.project = (writer, recorded) => {
  if (recorded.stream === stream && existsSync(gate)) throw new Error('The gate is shut');
  take(writer, recorded);
};
