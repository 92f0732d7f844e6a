import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

export interface HashedFile {
  readonly bytes: number;
  readonly sha256: string;
}

export const hashFile = async (file: string): Promise<HashedFile> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash);
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') };
};
