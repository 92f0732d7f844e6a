import type { CentreHeard, QueryClient } from '@demarche/contracts';
import type { Clock } from '@demarche/kernel';
import type { Feed, Signals } from '@demarche/messaging';
import type { Router } from 'express';
import type { BuildThreads } from './engine/build-in-threads.ts';
import { openViews } from './engine/open-views.ts';
import { type Projections, runProjections } from './engine/run-projections.ts';
import { projectors } from './projectors.ts';
import { answerQueriesRoute } from './query-api/answer-queries.route.ts';
import { createQueryClient } from './query-api/create-query-client.ts';

export interface ProjectionsPorts {
  readonly feed: Feed;
  readonly signals: Signals;
  readonly clock: Clock;
  /** Names the files of the views; `:memory:` keeps everything in this process. */
  readonly path: string;
  /** For building the views of a long record beside this thread; without them it is done in it. */
  readonly threads?: BuildThreads;
  /** How the centre was heard, at a far site. Answers soon. */
  readonly centre?: (() => Promise<CentreHeard | null>) | undefined;
  /** Told of each failure to read the feed or to write the views; the projections go on trying by themselves. */
  readonly onTrouble?: (error: unknown) => void;
}

/** What an operator may ask of the views. */
type Operated = Pick<Projections, 'status' | 'replayParked' | 'rebuild' | 'callOffRebuild' | 'rebuildState'>;

export interface ProjectionsModule extends Operated {
  readonly name: 'projections';
  /** Answers in this process. */
  readonly queries: QueryClient;
  /** Answers `POST /queries`. */
  readonly router: Router;
  /** Resolves once the last batch is committed and the views are closed. */
  stop(): Promise<void>;
}

/** The views following their feed, and the questions that they answer: in a server of its own or beside other services. */
export const projectionsModule = (ports: ProjectionsPorts): ProjectionsModule => {
  const { feed, signals, clock, path, threads, centre, onTrouble } = ports;
  const views = openViews(path, projectors);
  const projections = runProjections({
    feed,
    views,
    signals,
    threads: threads && { settings: threads, projectors },
    ...(centre ? { centre } : {}),
    ...(onTrouble ? { onTrouble } : {}),
  });
  const queries = createQueryClient({ views, projections, clock });
  return {
    name: 'projections',
    queries,
    router: answerQueriesRoute(queries),
    status: projections.status,
    replayParked: projections.replayParked,
    rebuild: projections.rebuild,
    callOffRebuild: projections.callOffRebuild,
    rebuildState: projections.rebuildState,
    async stop() {
      await projections.stop();
      views.close();
    },
  };
};
