import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Deployed, type DeployedWishes, startDeployed } from '../../deployed/start-deployed.ts';
import type { Book } from '../load/book.ts';
import { seed } from '../seed.ts';
import { type DeployedJudgement, judgeDeployed } from './judge-deployed.ts';
import { type Office, openOffice, type Shift } from './office.ts';

export interface Judged extends DeployedJudgement, Pick<Shift, 'tries'> {}

export interface ProfileUnderTest {
  /** From the first test on. */
  deployed(): Deployed;
  /** What the people were told in all tests so far. */
  book(): Book;
  /**
   * Does something to the profile while people record, who go on once it is done; then lets all come to rest, and judges
   * whether anything was lost, doubled or left out.
   */
  underLoad(what: string, harm: (shift: Shift) => Promise<unknown>): Promise<Judged>;
}

/** One profile for the tests of a file: what one of them did to it, the next ones go on from. */
export const profileUnderTest = (wishes: DeployedWishes = {}): ProfileUnderTest => {
  let deployed: Deployed;
  let office: Office;
  beforeAll(async () => {
    deployed = await startDeployed(wishes);
    office = await openOffice(deployed, { seed });
  });
  beforeEach(async () => {
    const down = deployed.everything.filter(({ pid }) => pid === undefined);
    await Promise.all(down.map((service) => service.start()));
    await deployed.ready();
  });
  afterAll(() => deployed?.close());

  return {
    deployed: () => deployed,
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
      process.stdout.write(`deployed, ${what}: ${JSON.stringify({ seed, ...figures, ...shift.tries })}\n`);
      return { figures, findings: findings.slice(0, 10), tries: shift.tries };
    },
  };
};
