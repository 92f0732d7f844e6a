import { compressText } from '@demarche/service-kit';
import type { Plugin } from 'graphql-yoga';

/**
 * An answer is compressed for whoever says that they take it so. A stream of changes is left alone, since each of them is
 * to leave at once.
 */
export const useCompressedAnswers = (): Plugin => ({
  async onResponse({ request, response, setResponse, fetchAPI }) {
    const accepted = request.headers.get('accept-encoding');
    if (!accepted || !/json/.test(response.headers.get('content-type') ?? '')) return;
    const { status, statusText } = response;
    const answer = await response.text();
    const compressed = await compressText(answer, accepted);
    const headers = {
      ...Object.fromEntries(response.headers),
      ...(compressed && {
        vary: 'Accept-Encoding',
        'content-encoding': compressed.encoding,
        'content-length': String(compressed.body.length),
      }),
    };
    const body = compressed ? new Uint8Array(compressed.body) : answer;
    setResponse(new fetchAPI.Response(body, { status, statusText, headers }));
  },
});
