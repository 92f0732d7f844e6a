import type { Readable } from 'node:stream';
import { ProblemError } from '../problem.ts';

/** Every command and question is smaller; files are larger. */
const MOST_BYTES = 256 * 1024;

/**
 * The whole of a small body, so that it can be sent more than once. Of a larger one nothing: it can be read as if nobody
 * had begun to.
 * @throws ProblemError `unreadable`, where whoever sends it leaves before its end
 */
export const smallBody = async (request: Readable): Promise<Buffer | undefined> => {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      pieces.push(piece);
      size += piece.length;
      if (size <= MOST_BYTES) continue;
      request.unshift(Buffer.concat(pieces));
      return undefined;
    }
    return Buffer.concat(pieces);
  } catch (cause) {
    throw new ProblemError('unreadable', { cause });
  }
};
