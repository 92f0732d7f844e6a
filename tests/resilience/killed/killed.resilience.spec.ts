import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Finding } from '../load/acknowledged.ts';
import { openBook } from '../load/book.ts';
import { rounds } from '../rounds.ts';
import { seed } from '../seed.ts';
import { viewFilesIn } from '../views/clean-replay.ts';
import { judgeFolder } from './judge-folder.ts';
import { type KillRun, killUnderLoad } from './kill-under-load.ts';
import { compileOnce } from './killable-demarche.ts';

interface Guards extends Pick<KillRun, 'rounds' | 'preload' | 'retryWith'> {
  /** Does something to the views before they are looked at. */
  readonly spoil?: (viewFile: string) => void;
}

const shared = mkdtempSync(join(tmpdir(), 'demarche-killed-'));
let compiled = '';
beforeAll(async () => {
  compiled = await compileOnce(shared);
});
afterAll(() => rmSync(shared, { recursive: true, force: true }));

/** Kills, judges, and says in one line what came of it. */
const killAndJudge = async ({ spoil, ...guards }: Guards, seed: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const book = openBook();
  const kills = await killUnderLoad({ seed, folder, compiled, ...guards }, book);
  if (spoil) viewFilesIn(join(folder, 'data', 'views')).forEach(spoil);
  const { events, findings } = await judgeFolder(folder, book.acknowledged);
  const inDoubt = book.acknowledged.filter(({ unanswered }) => unanswered > 0);
  const figures = {
    seed,
    ...kills,
    acknowledged: book.acknowledged.length,
    events,
    inDoubt: inDoubt.length,
    inDoubtOnRecord: inDoubt.filter(({ reply }) => reply.answer.repeated).length,
    askedAgain: book.askedAgain,
  };
  return { figures, findings: [...book.findings, ...findings] };
};
type Judged = Awaited<ReturnType<typeof killAndJudge>>;

/** A kill may come at a moment that shows nothing, as between an answer and the next commit; not one after the other does. */
const ATTEMPTS = 12;

/** Kills and judges anew, each time by another seed, until what is looked for is there. */
const killUntil = async (isThere: (judged: Judged) => boolean, guards: Guards): Promise<Judged> => {
  for (let attempt = 1; ; attempt += 1) {
    const judged = await killAndJudge(guards, seed + attempt - 1);
    if (isThere(judged) || attempt === ATTEMPTS) return judged;
  }
};

const preload = (name: string): URL => new URL(`./${name}.ts`, import.meta.url);

const ofKind = (kind: Finding['kind'], { findings }: Pick<Judged, 'findings'>): number =>
  findings.filter((finding) => finding.kind === kind).length;

const forgetFirstEvent = (viewFile: string): void => {
  const database = new DatabaseSync(viewFile);
  database.exec('DELETE FROM record_event WHERE position = (SELECT min(position) FROM record_event)');
  database.close();
};

const say = (what: string, figures: object): boolean => process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);

describe('Demarche is killed while 16 clients record', () => {
  test('what was acknowledged is on record, once, where the answer said, and the views are those of a clean replay', async () => {
    const { figures, findings } = await killAndJudge({ rounds: rounds({ short: 3, long: 200 }) }, seed);
    say('killed', figures);
    expect(findings.slice(0, 10), `VITE_SEED=${seed}`).toEqual([]);
    expect(figures.acknowledged).toBeGreaterThan(0);
    expect(figures.inDoubt).toBeGreaterThan(0);
  });

  test('what is on record although nobody was told is answered as done, and not done twice', async () => {
    const guards = { rounds: rounds({ short: 1, long: 20 }), preload: preload('answer-late') };
    const { figures, findings } = await killUntil(
      (judged) => judged.findings.length > 0 || judged.figures.inDoubtOnRecord > 0,
      guards,
    );
    say('killed, answering late', figures);
    expect(findings.slice(0, 10), `VITE_SEED=${figures.seed}`).toEqual([]);
    expect(figures.inDoubtOnRecord).toBeGreaterThan(0);
  });

  test('a store that answers before the commit is found out', async () => {
    const guards = { rounds: 2, preload: preload('answer-too-early') };
    const judged = await killUntil((each) => ofKind('lost', each) > 0, guards);
    const lost = ofKind('lost', judged);
    say('killed, answering before the commit', { ...judged.figures, lost });
    expect(lost, `VITE_SEED=${seed}`).toBeGreaterThan(0);
  });

  test('clients that try again under another key are found out', async () => {
    const guards = { rounds: 2, preload: preload('answer-late'), retryWith: 'another key' } as const;
    const judged = await killUntil((each) => ofKind('doubled', each) > 0, guards);
    const doubled = ofKind('doubled', judged);
    say('killed, trying again under another key', { ...judged.figures, doubled });
    expect(doubled, `VITE_SEED=${seed}`).toBeGreaterThan(0);
  });

  test('control: views that lost a row are found out, although they go on from where they were', async () => {
    // None may have been taken yet where there is none to forget.
    const { findings } = await killUntil((judged) => judged.findings.length > 0, {
      rounds: 1,
      spoil: forgetFirstEvent,
    });
    expect(findings.map(({ kind }) => kind)).toEqual(['views-differ']);
  });
});
