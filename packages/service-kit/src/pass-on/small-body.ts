import type { IncomingMessage } from 'node:http';
import { BODY_LIMIT } from '../body-limit.ts';
import { joinPieces } from '../join-pieces.ts';
import { ProblemError } from '../problem.ts';

/**
 * The whole of a small body, so that it can be sent more than once. Of a larger one nothing: it can be read as if nobody
 * had begun to.
 * @throws ProblemError `unreadable`, where whoever sends it leaves before its end
 */
export const smallBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) return undefined;
  const pieces = joinPieces();
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      pieces.add(piece);
      // What has come to its end takes nothing back.
      if (pieces.size <= BODY_LIMIT || request.readableEnded) continue;
      request.unshift(pieces.whole());
      return undefined;
    }
    return pieces.whole();
  } catch (cause) {
    throw new ProblemError('unreadable', { cause });
  }
};
