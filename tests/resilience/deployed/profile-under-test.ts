import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Deployed, type DeployedWishes, startDeployed } from '../../deployed/start-deployed.ts';
import { type KillableEventStore, killableEventStore } from '../eventstoredb/killable-event-store.ts';
import type { Book } from '../load/book.ts';
import { seed } from '../seed.ts';
import { type DeployedJudgement, judgeDeployed } from './judge-deployed.ts';
import { type Office, openOffice, type Shift } from './office.ts';
import type { StoreKind } from './stores.ts';

export interface Judged extends DeployedJudgement, Pick<Shift, 'tries'> {}

export interface ProfileUnderTest {
  /** From the first test on. */
  deployed(): Deployed;
  /** The server that holds its record. @throws where a file does */
  kurrent(): KillableEventStore;
  /** What the people were told in all tests so far. */
  book(): Book;
  /**
   * Does something to the profile while people record, who go on once it is done; then lets all come to rest, and judges
   * whether anything was lost, doubled or left out.
   */
  underLoad(what: string, harm: (shift: Shift) => Promise<unknown>): Promise<Judged>;
}

/** One profile for the tests of a block: what one of them did to it, the next ones go on from. */
export const profileUnderTest = (kind: StoreKind, wishes: DeployedWishes = {}): ProfileUnderTest => {
  let kurrent: KillableEventStore | undefined;
  let deployed: Deployed;
  let office: Office;
  beforeAll(async () => {
    if (kind === 'kurrentdb') kurrent = await killableEventStore();
    deployed = await startDeployed({ ...wishes, store: kurrent?.store });
    office = await openOffice(deployed, { seed });
  });
  beforeEach(async () => {
    const down = deployed.everything.filter(({ pid }) => pid === undefined);
    await Promise.all(down.map((service) => service.start()));
    await deployed.ready();
  });
  afterAll(async () => {
    await deployed?.close();
    await kurrent?.close();
  });

  return {
    deployed: () => deployed,
    kurrent() {
      if (!kurrent) throw new Error('The record is in a file');
      return kurrent;
    },
    book: () => office.book,
    async underLoad(what, harm) {
      const shift = office.begin();
      try {
        await shift.moreDone(10);
        await harm(shift);
        await shift.moreDone(10);
      } finally {
        await shift.end();
      }
      const { figures, findings } = await judgeDeployed(deployed, office.book);
      process.stdout.write(`deployed, ${kind}, ${what}: ${JSON.stringify({ seed, ...figures, ...shift.tries })}\n`);
      return { figures, findings: findings.slice(0, 10), tries: shift.tries };
    },
  };
};
