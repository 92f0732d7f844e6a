import { describe, expect, test } from 'vitest';
import { messageLogContract } from '../../message-log.contract.ts';
import { type MemoryMessageLog, memoryMessageLog } from './memory-message-log.ts';

messageLogContract('The log in memory', async () => {
  const log = memoryMessageLog();
  return {
    log,
    recreate: async () => log.recreate(),
    lose: async (sequence) => log.lose(sequence),
    close: async () => {},
  };
});

const message = (position: number) => ({
  messageId: `id ${position}`,
  subject: 'demarche.recommendation.PaceNoted.XKD',
  position,
  previousPosition: position - 1,
  body: '{}',
});
const filled = async (log: MemoryMessageLog) => {
  for (const position of [1, 2, 3]) await log.publish(message(position), position - 1);
  return log;
};

describe('what happens to a stream of JetStream', () => {
  test('purged, its numbers go on, and what is published again is taken for a duplicate', async () => {
    const log = await filled(memoryMessageLog());
    log.purge();
    expect(await log.end()).toMatchObject({ firstSequence: 4, lastSequence: 3, position: 0 });
    expect(await log.publish(message(1), 3)).toEqual({ outcome: 'duplicate' });
  });

  test('purged, it takes it again once the window for duplicates has passed', async () => {
    let now = 0;
    const log = await filled(memoryMessageLog({ duplicateWindowMs: 1_000, now: () => now }));
    log.purge();
    now = 1_000;
    expect(await log.publish(message(1), 3)).toEqual({ outcome: 'published', sequence: 4 });
  });

  test('after it lost its newest messages, it takes them again in their old places', async () => {
    const log = await filled(memoryMessageLog());
    log.loseNewest(2);
    expect(await log.end()).toMatchObject({ lastSequence: 1, position: 1 });
    expect(await log.publish(message(2), 1)).toEqual({ outcome: 'published', sequence: 2 });
  });

  test('given its last message is lost, then its number stays used', async () => {
    const log = await filled(memoryMessageLog());
    log.lose(3);
    expect(await log.end()).toMatchObject({ lastSequence: 3, position: 2 });
  });
});
