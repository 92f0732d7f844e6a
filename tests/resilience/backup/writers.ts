import type { CountryCode } from '@demarche/contracts';
import { seededRandom } from '@demarche/testing/scenario';
import type { Acknowledged, Refusal } from '../load/acknowledged.ts';
import { deskWork } from '../load/desk.ts';
import { EMBASSY_OFFICER, type Errand, LEAD, SECOND_LEAD } from '../load/errand.ts';
import { type Connection, sendErrand, signIn } from '../load/send-errand.ts';

export interface Writers {
  /** In the order in which they were answered. */
  readonly acknowledged: readonly Acknowledged[];
  /** Whatever was not answered as recorded. */
  readonly failures: readonly string[];
  /** Resolves once so many more commands were answered. */
  afterMore(count: number): Promise<void>;
  /** Lets them rest between two errands, so that what is looked at meanwhile has the machine to itself. */
  pause(): void;
  goOn(): void;
  stop(): Promise<void>;
}

const WRITERS = 8;

export const connectTo = async (address: string): Promise<Connection> => ({
  address,
  cookies: await signIn(address, [LEAD, SECOND_LEAD, EMBASSY_OFFICER]),
});

/** Eight people who record one thing after another, each as soon as the one before is answered. */
export const writersOn = async (address: string, seed: number): Promise<Writers> => {
  const connection = await connectTo(address);
  const acknowledged: Acknowledged[] = [];
  const failures: string[] = [];
  const awaited: { count: number; reached: () => void }[] = [];
  const random = seededRandom(seed);
  const work = { isOver: false, mayGoOn: Promise.withResolvers<void>() };
  work.mayGoOn.resolve();

  const record = async (errand: Errand): Promise<void> => {
    const key = crypto.randomUUID();
    const reply = await sendErrand(connection, errand, key);
    if (!reply || 'problem' in reply) {
      // Two who record in one stream at once more often than is tried: no matter of the disk.
      if (reply?.problem.code !== 'contended') failures.push(`${errand.definition.name}: ${faultIn(reply)}`);
      return;
    }
    acknowledged.push({ key, errand, reply, unanswered: 0 });
    errand.learn?.(reply.answer);
    for (const { count, reached } of awaited) if (acknowledged.length >= count) reached();
  };
  const writer = async (index: number): Promise<void> => {
    const errands = deskWork(`XA${String.fromCodePoint(65 + index)}` as CountryCode, random.fork(index));
    while (!work.isOver) {
      await record(errands.next().value);
      await work.mayGoOn.promise;
    }
  };
  const running = Array.from({ length: WRITERS }, (_, index) => writer(index));

  return {
    acknowledged,
    failures,
    afterMore: (more) => new Promise((reached) => awaited.push({ count: acknowledged.length + more, reached })),
    pause() {
      work.mayGoOn = Promise.withResolvers();
    },
    goOn: () => work.mayGoOn.resolve(),
    async stop() {
      work.isOver = true;
      work.mayGoOn.resolve();
      await Promise.all(running);
    },
  };
};

const faultIn = (reply: Refusal | undefined): string =>
  reply ? `${reply.status} ${reply.problem.code}` : 'nobody answered';
