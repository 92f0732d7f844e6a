import { randomUUID } from 'node:crypto';
import { Officer, TagRecommendation } from '@demarche/contracts';
import { StoreUnavailable } from '@demarche/event-store';
import { startTelemetry } from '@demarche/telemetry';
import { startCollector } from '@demarche/testing/collector';
import { expect, test } from 'vitest';
import { type CommandRoute, commandRoute } from './command-route.ts';

/** How often a command that always fails was counted by each outcome, after it was asked for as told. */
const countedAfter = async (ask: (command: CommandRoute) => Promise<unknown>) => {
  const collector = await startCollector();
  const { endpoint } = collector;
  const telemetry = await startTelemetry({ service: 'spec', version: '0.1.0', endpoint, flushWithinMs: 60_000 });
  await ask(
    commandRoute({ now: () => '2026-11-22T12:00:00.000Z' }, TagRecommendation, async () => {
      throw new StoreUnavailable('The disk is full', { trouble: 'full' });
    }),
  );
  await telemetry.stop();
  await collector.stop();
  const counted = collector.points().filter(({ metric }) => metric === 'demarche.commands');
  expect(new Set(counted.map(({ attributes }) => attributes['demarche.command']))).toEqual(
    new Set(['tag-recommendation']),
  );
  return Object.fromEntries(counted.map(({ attributes, value }) => [attributes['demarche.outcome'], value]));
};

test('a command that nobody asked for yet is counted as none, by each outcome', async () => {
  expect(await countedAfter(async () => {})).toEqual({ answered: 0, refused: 0, failed: 0 });
});

test('a command that failed is one more that failed', async () => {
  const asked = countedAfter((command) =>
    command.execute({
      input: { reference: 'XKD-2026-01', pillars: ['protection'], standards: [] },
      commandId: randomUUID(),
      officer: Officer.parse({ id: 'ines.okafor', name: 'Inés Okafor', role: 'rpa_lead', post: 'Washington' }),
      correlationId: 'visit-42',
    }),
  );
  expect(await asked).toEqual({ answered: 0, refused: 0, failed: 1 });
});
