import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CountryEntry, type ParsedNarrative, parseNarrative } from '@demarche/report-parser';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import { type HintOptions, hintsFor } from './narrative-hints.ts';

export interface NarrativeFile {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly narrative: ParsedNarrative;
}

/** Reads and parses one file. What is in it never fails; a file that cannot be opened does. */
export const readNarrativeFile = async (
  path: string,
  options: HintOptions,
  countries: readonly CountryEntry[],
): Promise<NarrativeFile> => {
  const bytes = await bytesOf(path);
  return {
    path,
    fileName: basename(path),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    narrative: parseNarrative({ file: path, bytes, hints: hintsFor(path, options, countries), countries }),
  };
};

export const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CommandFailure(exitCodes.usage, `${path} cannot be read (${code}).`, { cause });
  }
};
