import type { RecordedEvent } from '@demarche/contracts';
import { logFeed, messageOf, recordOnLog } from '@demarche/messaging';
import { inProcessSignals, memoryMessageLog, systemTiming } from '@demarche/messaging/in-process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectionsCheck } from '../health/projections-check.ts';
import { openViews } from './open-views.ts';
import { runProjections } from './run-projections.ts';
import { delivered, notes, tallyProjector } from './spec-kit/example-views.ts';

const patience = { timeout: 20_000, interval: 5 };

/** A site that holds what its bus has brought, and has no record. */
const siteThatHolds = async (events: readonly RecordedEvent[]) => {
  const log = memoryMessageLog();
  const bring = async (brought: readonly RecordedEvent[]): Promise<void> => {
    for (const event of brought) await log.publish(messageOf(event, event.position - 1), event.position - 1);
  };
  await bring(events);
  const views = openViews(':memory:', [tallyProjector()]);
  const projections = runProjections({
    feed: logFeed({ log, store: recordOnLog(log), timing: systemTiming, lookAgainAfterMs: 5 }),
    views,
    signals: inProcessSignals(),
    retryAfterMs: 5,
    compareEveryMs: 0,
  });
  onTestFinished(async () => {
    await projections.stop();
    views.close();
  });
  const check = projectionsCheck(projections);
  const tally = () => views.read((reader) => reader.prepare('SELECT notes FROM tally').get());
  await expect.poll(check, patience).toMatchObject({ status: 'pass', position: events.length });
  return { log, bring, projections, check, tally };
};

describe('a far site whose bus was emptied', () => {
  test('answers while it is filled again, says so, and then all is well', async () => {
    const record = delivered(notes(4));
    const { log, bring, projections, check, tally } = await siteThatHolds(record.slice(0, 3));
    log.recreate();
    expect(await check()).toMatchObject({ status: 'warn', trouble: expect.stringContaining('ends at position 0,') });
    await bring(record.slice(0, 2));
    expect(await check()).toMatchObject({
      status: 'warn',
      position: 3,
      lag: null,
      trouble: expect.stringMatching(/^The bus here ends at position 2, the views at 3: it is being filled again/),
    });
    expect(tally()).toEqual({ notes: 3 });

    await bring(record.slice(2));
    expect(await projections.waitFor(4, patience.timeout)).toBe(true);
    expect(await check()).toMatchObject({ status: 'pass', position: 4, lag: 0, trouble: null });
    expect(tally()).toEqual({ notes: 4 });
  });

  test('given another record comes, then takes nothing of it, and says so as soon as that reaches as far', async () => {
    const { log, bring, projections, check, tally } = await siteThatHolds(delivered(notes(3)));
    const other = delivered(notes(5));
    log.recreate();
    await bring(other.slice(0, 2));
    expect(await check()).toMatchObject({ status: 'warn', position: 3 });
    await bring(other.slice(2));
    expect(await projections.waitFor(4, 200)).toBe(false);
    expect(await check()).toMatchObject({
      status: 'fail',
      position: 3,
      trouble: expect.stringContaining('another event at position 3 than the record'),
    });
    expect(tally()).toEqual({ notes: 3 });
  });
});
