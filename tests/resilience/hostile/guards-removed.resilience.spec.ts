import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Signals } from '@demarche/messaging';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { seed } from '../seed.ts';
import { type Attack, runAttacks, times } from './attacks/attack.ts';
import { graphAttacks } from './attacks/graph-attacks.ts';
import { intricateBodies } from './attacks/intricate-bodies.ts';
import { subscribe } from './attacks/live-updates.ts';
import { rawExchange } from './attacks/raw-exchange.ts';
import { type Composition, composeTarget } from './composed-target.ts';
import { commandsBarrage } from './fuzz/commands-barrage.ts';
import { knownReferences } from './fuzz/known-references.ts';
import { startTarget } from './hostile-target.ts';
import { judgeAfter } from './judge-after.ts';
import { newTally } from './tally.ts';

const compose = async (composition: Composition = {}) => {
  const target = await composeTarget(composition);
  onTestFinished(() => target.close());
  return target.aim;
};

const findingsOf = async (attacks: readonly Attack[], composition: Composition = {}): Promise<readonly string[]> =>
  runAttacks(attacks, await compose(composition), newTally());

/** Those that a composition without imports can be asked. */
const commandBodies = intricateBodies.filter(({ name }) => !name.includes('import') && name !== 'prototype keys');
const named = (attacks: readonly Attack[], ...names: readonly string[]): readonly Attack[] =>
  attacks.filter(({ name }) => names.includes(name));

describe('with every guard in place', () => {
  test('nothing is found', async () => {
    expect(await findingsOf([...commandBodies, ...graphAttacks])).toEqual([]);
  });
});

describe('a guard that is missing is found out:', () => {
  test('the limit of a body', async () => {
    const findings = await findingsOf(named(intricateBodies, 'an oversized body'), { bodies: { '/api': 10_000_000 } });
    expect(findings).toEqual(['an oversized body: 400 in place of 413']);
  });

  test('the bounds of JSON', async () => {
    const findings = await findingsOf(commandBodies, { bodyReader: express.json({ limit: 100 * 1024 }) });
    expect(findings).toEqual(
      expect.arrayContaining([expect.stringMatching(/^a long list: 4/), expect.stringMatching(/^deep lists: 4/)]),
    );
  });

  test.each([
    ['depth', { depth: 1_000 }, 'deeper than a stack'],
    ['aliases', { aliases: 1_000 }, 'an alias flood'],
    ['root fields', { rootFields: 1_000 }, 'a flood of root fields'],
    ['directives', { directives: 1_000 }, 'a flood of directives'],
    ['tokens', { tokens: 100_000 }, 'more words than allowed'],
    ['cost', { cost: 1_000_000 }, 'a wide page'],
    ['bytes', { bodyBytes: 1_000_000 }, 'a body larger than allowed'],
  ] as const)('the limit of the graph’s %s', async (_, graph, attack) => {
    const findings = await findingsOf(named(graphAttacks, attack), { graph });
    expect(findings).toEqual([expect.stringContaining(attack)]);
  });

  test('the patience with slow heads', async () => {
    const slowHead = async (composition: Composition, patienceMs: number) => {
      const { port } = await compose(composition);
      const pieces = times(200, (at) => (at === 0 ? 'GET / HTTP/1.1\r\nHost: here\r\n' : 'X: 1\r\n'));
      return rawExchange({ port, pieces, pauseMs: 20, patienceMs });
    };
    expect(await slowHead({ server: { headMs: 200 } }, 60_000)).toMatchObject({ outcome: 408 });
    await expect(slowHead({ server: { headMs: 0, requestMs: 0 } }, 1_000)).rejects.toThrow('Nobody answered or closed');
  });

  test('the end of a body without an end', async () => {
    const isEnded = async (lingerBytes: number, patienceMs: number) => {
      const { port, cookie } = await compose({ server: { lingerMs: 120_000, lingerBytes } });
      const head = `POST /api/engagements HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
      const pieces = times(150, (at) => (at === 0 ? head : `4000\r\n${'x'.repeat(0x4000)}\r\n`));
      return (await rawExchange({ port, pieces, pauseMs: 20, patienceMs })).closed;
    };
    expect(await isEnded(100_000, 60_000)).toBe(true);
    expect(await isEnded(Number.MAX_SAFE_INTEGER, 1_500)).toBe(false);
  });

  test('the refusal of fields that nobody knows, those of a prototype among them', async () => {
    const lenient = (route: CommandRoute): CommandRoute =>
      route.definition.name === 'log-engagement'
        ? commandRoute(clock, { ...route.definition, input: route.definition.input.strip() }, async () => ({
            outcome: 'unchanged',
            revision: 0,
            position: 1,
            subject: 'none',
            location: '/',
          }))
        : route;
    const attacks = named(intricateBodies, 'a command with a prototype key');
    expect(await findingsOf(attacks)).toEqual([]);
    const findings = await findingsOf(attacks, { routes: (routes) => routes.map(lenient) });
    expect(findings).toContain('a command with a prototype key: 200 in place of 400');
  });

  test('a route that nobody mounted', async () => {
    const withoutOne = fuzz(
      { routes: (routes) => routes.filter(({ definition }) => definition.name !== 'note-pace') },
      54,
    );
    await expect(withoutOne).rejects.toThrow('found no route');
  });

  test('a rule that fails on a text of a certain kind, by the smallest such command', async () => {
    const failing = (route: CommandRoute): CommandRoute => ({
      ...route,
      execute(request) {
        if (/[\u202A-\u202E\u200B]/.test(JSON.stringify(request.input))) throw new Error('unforeseen');
        return route.execute(request);
      },
    });
    await expect(fuzz({ routes: (routes) => routes.map(failing) })).rejects.toThrow(
      /is a fault of ours[^]*Counterexample/,
    );
  });

  test('the release of whoever no longer listens', async () => {
    const listening = async (release: boolean): Promise<() => number> => {
      let listeners = 0;
      const counted = (signals: Signals): Signals => ({
        ...signals,
        subscribe(handle) {
          const stop = signals.subscribe(handle);
          listeners += 1;
          return () => {
            if (release) listeners -= 1;
            stop();
          };
        },
      });
      const { port, cookie } = await compose({ signals: counted });
      const before = listeners;
      const opened = await Promise.all(times(20, () => subscribe(port, cookie)));
      // All streams share one subscription, which ends with the last of them.
      expect(listeners - before).toBe(1);
      for (const { drop } of opened) drop();
      return () => listeners - before;
    };
    await expect.poll(await listening(true), { timeout: 60_000 }).toBe(0);
    await expect(expect.poll(await listening(false), { timeout: 300 }).toBe(0)).rejects.toThrow('expected 1 to be');
  });

  test('views that are not those of a replay, and an event out of its place', async () => {
    const target = await startTarget({ demonstration: false });
    onTestFinished(() => target.remove());
    await target.stop();
    expect((await judgeAfter(target.folder)).findings).toEqual([]);

    const folder = mkdtempSync(join(tmpdir(), 'demarche-tampered-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(target.folder, folder, { recursive: true });
    const [views = ''] = readdirSync(join(folder, 'data', 'views')).filter((name) => name.endsWith('.sqlite'));
    const database = new DatabaseSync(join(folder, 'data', 'views', views));
    database.exec('CREATE TABLE stray (word TEXT); INSERT INTO stray VALUES (1)');
    database.close();
    expect((await judgeAfter(folder)).findings).toEqual([expect.stringContaining('differs from a clean replay')]);
  });
});

const clock = { now: () => new Date().toISOString() };

const fuzz = async (composition: Composition, commands = 540): Promise<unknown> => {
  const { wire } = await compose(composition);
  return commandsBarrage({ wire, known: knownReferences(10), seed, commands, tally: newTally() });
};
