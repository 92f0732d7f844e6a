import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, constants, gzip, type InputType, type ZlibOptions } from 'node:zlib';
import type { Plugin } from 'graphql-yoga';

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

/**
 * An answer is compressed for whoever says that they take it so: on a slow line its size is most of what one waits for.
 * A stream of changes is left alone, since each of them is to leave at once.
 */
export const useCompressedAnswers = (): Plugin => ({
  async onResponse({ request, response, setResponse, fetchAPI }) {
    const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
    if (!encoding || !/json/.test(response.headers.get('content-type') ?? '')) return;
    if (Number(response.headers.get('content-length') ?? WORTH_IT) < WORTH_IT) return;
    const { status, statusText } = response;
    const body = await encodings[encoding](await response.text());
    const headers = {
      ...Object.fromEntries(response.headers),
      vary: 'Accept-Encoding',
      'content-encoding': encoding,
      'content-length': String(body.length),
    };
    setResponse(new fetchAPI.Response(new Uint8Array(body), { status, statusText, headers }));
  },
});
