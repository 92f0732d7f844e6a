import { openStore, storeFileAt } from '@demarche/event-store/open';
import type { Deployed } from '../../deployed/start-deployed.ts';
import { waitUntil } from '../../deployed/wait-until.ts';
import type { Finding } from '../load/acknowledged.ts';
import type { Book } from '../load/book.ts';
import { damageIn } from '../load/damage-in.ts';
import { judgeRecord } from '../load/judge-record.ts';
import { readEverything } from '../load/read-everything.ts';
import { hashOfCleanReplay, viewFilesIn } from '../views/clean-replay.ts';
import { judgeViewFiles } from '../views/judge-view-files.ts';
import { judgeBus, lengthOfBus } from './judge-bus.ts';

export interface DeployedJudgement {
  readonly figures: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

/**
 * Looks at a profile that has come to rest: every acknowledged command is on record once and where it was answered; every
 * replica's views, which followed nothing but the bus, are those of a clean replay; the bus holds the record in order, once.
 */
export const judgeDeployed = async (deployed: Deployed, book: Book): Promise<DeployedJudgement> => {
  await deployed.ready();
  await deployed.caughtUp();
  const store = await openStore(deployed.store);
  const file = storeFileAt(deployed.store.address);
  try {
    const events = await readEverything(store);
    const { url } = deployed.nats;
    await waitUntil('the bus holds the record', async () => behind(await lengthOfBus(url), events.length));
    const replayed = await hashOfCleanReplay(store, deployed.folder);
    const views = deployed.replicas.flatMap(({ pid }, replica) =>
      pid === undefined ? [] : [viewFilesIn(deployed.viewsFolder(replica))],
    );
    return {
      figures: figuresOf(book, events.length),
      findings: [
        ...book.findings,
        ...[...(file === null ? [] : [file]), ...views.flat()].flatMap(damageIn),
        ...judgeRecord(events, book.acknowledged, {
          before: deployed.before,
          positions: file === null ? 'growing' : 'counted',
        }),
        ...(await judgeBus(url, events)),
        ...views.flatMap((files) => judgeViewFiles(files, replayed)),
        ...deployed.all.flatMap(({ endedByItself: what }): Finding[] => (what ? [{ kind: 'ended', what }] : [])),
      ],
    };
  } finally {
    await store.close();
  }
};

const behind = (length: number, events: number): string =>
  length >= events ? '' : `It holds ${length} messages of ${events} events`;

const figuresOf = ({ acknowledged, askedAgain }: Book, events: number): DeployedJudgement['figures'] => {
  const inDoubt = acknowledged.filter(({ unanswered }) => unanswered > 0);
  return {
    acknowledged: acknowledged.length,
    events,
    inDoubt: inDoubt.length,
    inDoubtOnRecord: inDoubt.filter(({ reply }) => reply.answer.repeated).length,
    askedAgain,
  };
};
