import { BusUnavailable, type OriginalLog } from '@demarche/messaging';
import { memoryMessageLog } from '@demarche/messaging/in-process';
import { expect, test } from 'vitest';
import { listenToCentre } from './listen-to-centre.ts';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');

/** The bus of a site at noon, and what may happen to it. */
const site = () => {
  const log = memoryMessageLog();
  let [seconds, isAway] = [0, false];
  const centre = listenToCentre(
    { original: () => (isAway ? Promise.reject(new BusUnavailable('The bus does not answer')) : log.original()) },
    { now: () => new Date(NOON + seconds * 1_000).toISOString() },
  );
  return {
    centre,
    copies: (silentForS: number | null, further: Partial<OriginalLog> = {}) =>
      log.copies({ silentForMs: silentForS === null ? null : silentForS * 1_000, missing: 0, ...further }),
    pass: (more: number) => {
      seconds += more;
    },
    goAway: () => {
      isAway = true;
    },
  };
};
const at = (time: string) => `2026-11-22T${time}.000Z`;

test('a bus that copies no other has no centre', async () => {
  expect(await site().centre()).toBeNull();
});

test.each([
  [0, { heardAt: at('12:00:00'), silent: false }],
  [59, { heardAt: at('11:59:01'), silent: false }],
  [60, { heardAt: at('11:59:00'), silent: true }],
  [172_800, { heardAt: '2026-11-20T12:00:00.000Z', silent: true }],
  [null, { heardAt: null, silent: true }],
])('given a centre that was heard %s seconds ago', async (silentForS, expected) => {
  const { centre, copies } = site();
  copies(silentForS);
  expect(await centre()).toEqual({ ...expected, missing: 0 });
});

test('what is known to be missing is told', async () => {
  const { centre, copies } = site();
  copies(1, { missing: 40 });
  expect(await centre()).toMatchObject({ silent: false, missing: 40 });
});

test('given the bus of the site forgets over a start when the centre was heard, then that stays known', async () => {
  const { centre, copies, pass } = site();
  copies(10);
  await centre();
  copies(null);
  pass(49);
  expect(await centre()).toMatchObject({ heardAt: at('11:59:50'), silent: false });
  pass(1);
  expect(await centre()).toMatchObject({ heardAt: at('11:59:50'), silent: true });
  copies(0);
  expect(await centre()).toMatchObject({ heardAt: at('12:00:50'), silent: false });
});

test('given the bus of the site does not answer, then the centre is silent for as long', async () => {
  const { centre, copies, pass, goAway } = site();
  copies(0);
  await centre();
  goAway();
  pass(60);
  expect(await centre()).toMatchObject({ heardAt: at('12:00:00'), silent: true });
});
