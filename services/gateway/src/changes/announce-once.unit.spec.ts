import { anythingMayHaveChanged, type ChangeSignal, type Timing } from '@demarche/messaging';
import { inProcessSignals } from '@demarche/messaging/in-process';
import { expect, test } from 'vitest';
import { announceOnce } from './announce-once.ts';

const change = (position: number, ...subjects: string[]): ChangeSignal => ({ position, countries: ['XKD'], subjects });

/** Two replicas say the same, each in batches of its own. */
const announcing = () => {
  const [from, to] = [inProcessSignals(), inProcessSignals()];
  const due: (() => void)[] = [];
  const timing: Timing = {
    random: () => 0,
    after: (_ms, call) => {
      due.push(call);
      return () => undefined;
    },
  };
  const heard: ChangeSignal[] = [];
  const announced: number[] = [];
  to.subscribe((signal) => void heard.push(signal));
  const stop = announceOnce({
    from,
    to,
    timing,
    onAnnounced: (position) => void announced.push(position),
  });
  const say = async (...signals: ChangeSignal[]) => {
    for (const signal of signals) from.publish(signal);
    await new Promise((resolve) => void setImmediate(resolve));
  };
  return {
    say,
    heard,
    announced,
    stop,
    timePasses: () => due.splice(0).forEach((call) => call()),
  };
};

test('what a second replica says of the same change is not told again', async () => {
  const { say, heard } = announcing();
  await say(change(5, 'XKD-2026-01'), change(5, 'XKD-2026-01'));
  expect(heard).toEqual([change(5, 'XKD-2026-01')]);
});

test('what came in other batches is told once, and nothing is left out', async () => {
  const { say, heard } = announcing();
  const slow = [change(3, 'XKD-2026-01'), change(5, 'ENG-7F3K-2Q9X')] as const;
  await say(slow[0], change(5, 'XKD-2026-01', 'ENG-7F3K-2Q9X'), slow[1]);
  expect(heard).toEqual([slow[0], change(5, 'XKD-2026-01', 'ENG-7F3K-2Q9X')]);
});

test('a change that only the slower replica announces is told, though others are further', async () => {
  const { say, heard } = announcing();
  await say(change(9, 'XKD-2026-01'), change(7, 'ENG-7F3K-2Q9X'));
  expect(heard).toHaveLength(2);
});

test('that anything may have changed, as after a rebuild, is always told', async () => {
  const { say, heard } = announcing();
  const all = anythingMayHaveChanged(9);
  await say(all, all);
  expect(heard).toEqual([all, all]);
});

test('a record that is read anew later, at the same position, is told again', async () => {
  const { say, heard, timePasses } = announcing();
  await say(change(5, 'XKD-2026-01'));
  timePasses();
  await say(change(5, 'XKD-2026-01'));
  expect(heard).toHaveLength(2);
});

test('how far the views have come is known before anybody reads again, whoever said it', async () => {
  const { say, announced } = announcing();
  await say(change(5, 'XKD-2026-01'), change(5, 'XKD-2026-01'), change(7, 'XKD-2026-01'));
  expect(announced).toEqual([5, 5, 7]);
});

test('after the stop nothing is passed on', async () => {
  const { say, heard, stop } = announcing();
  stop();
  await say(change(5, 'XKD-2026-01'));
  expect(heard).toEqual([]);
});
