import type { Plugin } from 'graphql-yoga';
import { transportError } from './gateway-error.ts';

/**
 * A POST is JSON or nothing. Forms and plain text are what a page of another site can send without being asked first,
 * and nobody of ours sends them.
 */
export const useJsonOnly = (): Plugin => ({
  onRequestParse({ request }) {
    if (request.method !== 'POST') return;
    const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (mediaType !== 'application/json') {
      throw transportError(
        'unsupported-media-type',
        'Send the request as JSON, with the header Content-Type: application/json.',
      );
    }
  },
});
