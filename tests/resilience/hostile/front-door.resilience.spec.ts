import { natsInstalled } from '@demarche/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Deployed, startDeployed } from '../../deployed/start-deployed.ts';
import { type Aim, type Attack, runAttacks } from './attacks/attack.ts';
import { brokenHttp } from './attacks/broken-http.ts';
import { strangeAddresses } from './attacks/strange-addresses.ts';
import { newTally } from './tally.ts';
import { openWire, type Wire } from './wire.ts';

const installed = natsInstalled();

/** The console keeps a small body until it is whole, and lets it take its minute. */
const WAITED_FOR = 'a body in pieces of one byte, too slow to be of use';

/** What strangers send to the console comes to the gateway and to the services behind it, each of which must refuse it in time. */
describe.skipIf(installed !== true)(
  `the front door of the deployed profile${installed === true ? '' : ` (skipped: ${installed})`}`,
  () => {
    let deployed: Deployed;
    let wire: Wire;
    let aim: Aim;

    beforeAll(async () => {
      deployed = await startDeployed();
      const port = Number(new URL(deployed.address).port);
      wire = openWire(port);
      aim = { port, wire, cookie: await wire.cookieOf('ines.okafor') };
    });
    afterAll(async () => {
      wire?.close();
      await deployed?.close();
    });

    const attacked = async (what: string, attacks: readonly Attack[]): Promise<readonly string[]> => {
      const tally = newTally();
      const findings = await runAttacks(attacks, aim, tally);
      tally.print(what);
      return [...findings, ...tally.faults];
    };

    test('strange addresses lead nowhere', async () => {
      expect(await attacked('addresses', strangeAddresses)).toEqual([]);
    });

    test('HTTP that is broken, slow or in disguise is refused by a problem document, or dropped', async () => {
      const attacks = brokenHttp.filter(({ name }) => name !== WAITED_FOR);
      expect(await attacked('broken HTTP', attacks)).toEqual([]);
    });
  },
);
