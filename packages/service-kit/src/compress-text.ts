import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, constants, gzip, type InputType, type ZlibOptions } from 'node:zlib';

/** What is shorter fits into the packets that its headers need anyway. */
const WORTH_IT = 1_024;

const asBrotli = promisify<InputType, BrotliOptions, Buffer>(brotliCompress);
const asGzip = promisify<InputType, ZlibOptions, Buffer>(gzip);

/** Milliseconds for a large answer, in a thread beside; the last few per cent would take ten times as long. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const encodings = {
  br: (text: string) => asBrotli(text, QUICK),
  gzip: (text: string) => asGzip(text, { level: 4 }),
} as const;

type Encoding = keyof typeof encodings;

/** The first of ours that the client takes; `br;q=0` says that it does not. */
const encodingFor = (accepted: string): Encoding | undefined => {
  const taken = accepted
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => !/;\s*q=0(?:\.0*)?$/.test(one))
    .map((one) => one.split(';')[0]?.trim());
  return (Object.keys(encodings) as Encoding[]).find((encoding) => taken.includes(encoding));
};

export interface CompressedText {
  readonly encoding: Encoding;
  readonly body: Buffer;
}

/**
 * A text made for one reader, compressed as the header `Accept-Encoding` allows: on a slow line its size is most of what
 * one waits for. Nothing where it is not worth it, or the reader does not take it.
 */
export const compressText = async (text: string, accepted: string): Promise<CompressedText | undefined> => {
  const encoding = text.length < WORTH_IT ? undefined : encodingFor(accepted);
  return encoding && { encoding, body: await encodings[encoding](text) };
};
