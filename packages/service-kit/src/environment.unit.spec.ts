import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readEnvironment } from './environment.ts';

const schema = z.object({
  DEMARCHE_PORT: z.coerce.number('must be a port number').int().min(1).max(65_535).default(4800),
  DEMARCHE_KEY: z.string('must be a secret of 32 characters or more').min(32, 'must be 32 characters or more'),
});
const key = 'k'.repeat(32);
const fileWith = (content: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'environment-')), 'secret');
  writeFileSync(file, content);
  return file;
};
const faultsOf = (variables: Record<string, string>): readonly string[] => {
  const reading = readEnvironment(schema, variables);
  return reading.outcome === 'faulty' ? reading.faults : [];
};

describe('settings that are right', () => {
  test('are read, with defaults for what is unset or empty', () => {
    expect(readEnvironment(schema, { DEMARCHE_PORT: '', DEMARCHE_KEY: key, HOME: '/' })).toEqual({
      outcome: 'read',
      environment: { DEMARCHE_PORT: 4800, DEMARCHE_KEY: key },
    });
  });

  test('may lie in a file, whose last line break is not part of the secret', () => {
    expect(readEnvironment(schema, { DEMARCHE_KEY_FILE: fileWith(`${key}\n`) })).toMatchObject({
      environment: { DEMARCHE_KEY: key },
    });
  });
});

describe('settings that are wrong', () => {
  test('are named all at once', () => {
    const faults = faultsOf({ DEMARCHE_PORT: 'high' });

    expect(faults).toEqual([
      'DEMARCHE_PORT must be a port number',
      'DEMARCHE_KEY is not set: must be a secret of 32 characters or more',
    ]);
  });

  test('are not repeated, because they may be secrets', () => {
    expect(faultsOf({ DEMARCHE_KEY: 'hunter2' }).join()).not.toContain('hunter2');
  });

  test('a setting given twice', () => {
    expect(faultsOf({ DEMARCHE_KEY: key, DEMARCHE_KEY_FILE: fileWith(key) })).toEqual([
      'DEMARCHE_KEY and DEMARCHE_KEY_FILE are both set: keep one of them',
    ]);
  });

  test('a file that is not there', () => {
    expect(faultsOf({ DEMARCHE_KEY_FILE: '/nowhere/secret' })).toEqual([
      'DEMARCHE_KEY_FILE names /nowhere/secret, which cannot be read (ENOENT): mend the path or the file’s rights',
    ]);
  });
});
