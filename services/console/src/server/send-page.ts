import { compressText } from '@demarche/service-kit';
import type { Request, Response } from 'express';
import type { ConsoleConfig } from '../app/session.ts';
import { type AskGraph, firstAnswer } from './first-answer.ts';
import type { WhoAsks } from './who-asks.ts';
import { withStart } from './with-start.ts';

export interface PageParts {
  readonly config: ConsoleConfig;
  readonly identity?: WhoAsks | undefined;
  readonly ask?: AskGraph | undefined;
}

/** Sends the one page behind every address, with what it would ask for first. */
export const sendPage = async (page: string, parts: PageParts, request: Request, response: Response): Promise<void> => {
  const text = withStart(page, await startOf(parts, request));
  response.set('Cache-Control', 'private, no-cache').set('Vary', 'Accept-Encoding').type('html');
  const compressed = await compressText(text, request.get('accept-encoding') ?? '');
  if (!compressed) return void response.send(text);
  response.set('Content-Encoding', compressed.encoding).send(compressed.body);
};

const startOf = async ({ config, identity, ask }: PageParts, request: Request): Promise<object> => {
  if (!identity) return { config };
  const viewer = await identity.identify(request);
  // Whoever is not signed in is asked to be, and shown nothing before.
  const first = viewer && ask ? await firstAnswer(ask, request) : undefined;
  return { config, viewer, first };
};
