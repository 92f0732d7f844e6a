import { existsSync } from 'node:fs';
import { projectors } from '@demarche/projections';

/**
 * `?file=FILE&after=POSITION&until=POSITION&ms=MS`: while the file is there, the timeline takes so long over each event
 * between the positions, so that a rebuild can be watched, called off and killed, while what is recorded later is taken as fast as ever.
 */
const { searchParams } = new URL(import.meta.url);
const file = searchParams.get('file') ?? '';
const after = Number(searchParams.get('after'));
const until = Number(searchParams.get('until'));
const slowness = Number(searchParams.get('ms'));

const timeline = projectors.find(({ view }) => view === 'recommendation-timeline') as {
  project: (typeof projectors)[number]['project'];
};
const take = timeline.project.bind(timeline);
const pause = new Int32Array(new SharedArrayBuffer(4));
timeline.project = (writer, recorded) => {
  if (recorded.position > after && recorded.position <= until && existsSync(file)) Atomics.wait(pause, 0, 0, slowness);
  take(writer, recorded);
};
