import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { recordKeeping } from '@demarche/standalone/record-keeping';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Health, openOffice } from './office.ts';
import { overwrite } from './overwrite.ts';
import { newFolder, recordIn } from './prepared-record.ts';
import { startDemarche } from './run-demarche.ts';
import { mayMount, smallDisk } from './small-disk.ts';

const canMount = mayMount(join(tmpdir(), 'demarche-mount-probe'));
const PAGE = 4096;
const LONG = 'They answered every point. '.repeat(300);

const viewsIn = ({ checks }: Health): Readonly<Record<string, unknown>> => checks['projections'] ?? {};
const inTrouble = (health: Health): boolean => typeof viewsIn(health)['trouble'] === 'string';
/** Nothing is in the way any more, and everything on record is in the views. */
const caughtUp = (health: Health): boolean => viewsIn(health)['trouble'] === null && viewsIn(health)['lag'] === 0;
const viewFile = (folder: string): string => {
  const [name = ''] = readdirSync(join(folder, 'views')).filter((each) => each.endsWith('.sqlite'));
  return join(folder, 'views', name);
};
const verdict = async (folder: string) => (await recordKeeping.verify(folder, true, () => {})).views;

describe('Demarche runs, and its views cannot be written', () => {
  test.skipIf(!canMount)(
    'given their disk fills up: recording goes on, what is known is answered, and they catch up',
    async () => {
      const folder = join(newFolder(), 'data');
      await recordIn(folder);
      mkdirSync(join(folder, 'views'));
      const { fillUpTo, makeRoom } = smallDisk(join(folder, 'views'), 48);
      const { address } = await startDemarche({ folder });
      const office = await openOffice(address);
      const before = (await office.listed()) as number;
      fillUpTo(0);
      let recorded = 0;
      for (; !inTrouble(await office.health()); recorded += 1)
        expect((await office.log(undefined, LONG)).status).toBe(201);
      const amber = await office.health();

      expect(amber).toMatchObject({ status: 'warn', checks: { store: { status: 'pass' } } });
      expect(await office.listed()).toBeGreaterThanOrEqual(before);
      makeRoom();
      await office.untilHealth(caughtUp);
      expect(await office.listed()).toBe(before + recorded);
      expect(await verdict(folder)).toBe('equal');
    },
  );

  test('given another program holds them: recording and reading go on, and they catch up when it lets go', async () => {
    const folder = join(newFolder(), 'data');
    await recordIn(folder);
    const { address } = await startDemarche({ folder });
    const office = await openOffice(address);
    const before = (await office.listed()) as number;
    const other = new DatabaseSync(viewFile(folder));
    onTestFinished(() => other.close());
    other.exec('BEGIN EXCLUSIVE');
    expect((await office.log()).status).toBe(201);
    const amber = await office.untilHealth(inTrouble);

    expect(amber.status).toBe('warn');
    expect(await office.listed()).toBe(before);
    other.exec('ROLLBACK');
    await office.untilHealth(caughtUp);
    expect(await office.listed()).toBe(before + 1);
  });

  test('given they are damaged: nobody is answered from them, and they are built anew without a restart', async () => {
    const folder = join(newFolder(), 'data');
    await recordIn(folder);
    const { address } = await startDemarche({ folder });
    const office = await openOffice(address);
    const before = (await office.listed()) as number;
    const damaged = viewFile(folder);
    for (const file of [damaged, `${damaged}-wal`]) {
      const { size } = statSync(file);
      if (size > PAGE) overwrite(file, PAGE, Buffer.alloc(size - PAGE, 0x5a));
    }
    expect((await office.log()).status).toBe(201);
    await office.untilHealth((health) => caughtUp(health) && viewFile(folder) !== damaged);

    expect(await office.listed()).toBe(before + 1);
    expect(await verdict(folder)).toBe('equal');
  });
});
