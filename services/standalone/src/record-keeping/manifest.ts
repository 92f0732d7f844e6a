import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IsoInstant } from '@demarche/contracts';
import { z } from 'zod';
import { KeepingRefused } from './keeping-refused.ts';

export const MANIFEST = 'manifest.json';

const FORMAT = 1;

/** What a backup says of itself. It is written last: a folder without it is no backup. */
export const Manifest = z.object({
  kind: z.literal('demarche-backup'),
  format: z.number().int(),
  takenAt: IsoInstant,
  /** The release of Demarche that took it. */
  release: z.string(),
  /** The newest event in it. */
  position: z.number().int().nonnegative(),
  events: z.number().int().nonnegative(),
  /** Whether what it holds is made up. */
  demonstration: z.boolean(),
  files: z.array(
    z.object({
      name: z.enum(['events.sqlite', 'demonstration.json']),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestText = (manifest: Omit<Manifest, 'kind' | 'format'>): string =>
  `${JSON.stringify({ kind: 'demarche-backup', format: FORMAT, ...manifest } satisfies Manifest, null, 2)}\n`;

/** @throws KeepingRefused */
export const readManifest = (folder: string): Manifest => {
  const parsed = Manifest.safeParse(jsonIn(folder));
  if (!parsed.success) {
    throw new KeepingRefused('unsound', `${join(folder, MANIFEST)} is damaged: take another backup.`, {
      cause: parsed.error,
    });
  }
  if (parsed.data.format > FORMAT) {
    throw new KeepingRefused(
      'unsuitable',
      `The backup in ${folder} was taken by a newer release of Demarche (${parsed.data.release}). Update Demarche, then try again.`,
    );
  }
  return parsed.data;
};

const jsonIn = (folder: string): unknown => {
  try {
    return JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw new KeepingRefused(
      'unsuitable',
      `There is no backup in ${folder}: it has no ${MANIFEST}. Name a folder that "demarche backup" made.`,
      { cause },
    );
  }
};
