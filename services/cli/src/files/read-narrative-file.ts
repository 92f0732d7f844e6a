import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type CountryEntry,
  canSplit,
  type Notice,
  type ParsedNarrative,
  parseSavedFile,
} from '@demarche/report-parser';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import { type HintOptions, hintsFor } from './narrative-hints.ts';

export interface NarrativeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** One, or with `--split` as many as the file holds. */
  readonly narratives: readonly ReadNarrative[];
}

export interface ReadNarrative {
  readonly fileName: string;
  readonly narrative: ParsedNarrative;
}

/** Reads and parses one file. What is in it never fails; a file that cannot be opened does. */
export const readNarrativeFile = async (
  path: string,
  options: HintOptions,
  countries: readonly CountryEntry[],
): Promise<NarrativeFile> => {
  const bytes = await bytesOf(path);
  const parsed = parseSavedFile(
    { file: path, bytes, hints: hintsFor(options), countries },
    { split: options.split === true },
  );
  return {
    path,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    narratives: parsed.map((narrative) => ({
      fileName: basename(narrative.file),
      narrative: withOffer(narrative),
    })),
  };
};

/** Where headings part the narratives of a refused file, its refusal says how to read them. */
export const offeringSplit = (refused: Notice): Notice => ({
  ...refused,
  message: `${refused.message} Or give --split to read each as a narrative of its own.`,
});

const withOffer = (narrative: ParsedNarrative): ParsedNarrative => {
  const { refused, parts } = narrative;
  return refused !== null && canSplit(parts) ? { ...narrative, refused: offeringSplit(refused) } : narrative;
};

export const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CommandFailure(exitCodes.usage, `${path} cannot be read (${code}).`, { cause });
  }
};
