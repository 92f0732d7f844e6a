import { type ErrorRequestHandler, type NextFunction, type Request, type Response, Router } from 'express';
import type { AskGraph } from './first-answer.ts';
import { type BuiltPages, builtPages, NOT_BUILT, readPages } from './read-pages.ts';
import { sendPage } from './send-page.ts';
import type { WhoAsks } from './who-asks.ts';

export interface ConsoleOptions {
  /** The handling of what the installation holds, said on every page: `UNCLASSIFIED`. */
  readonly marking: string;
  /** The data is made up: every page says so. */
  readonly demonstration: boolean;
  /**
   * Where a form keeps what was typed and not saved: on the `device`, so that a closed tab loses nothing, or in the
   * `tab` alone, as ASVS 14.3.3 wants where drafts are sensitive. `device` for demonstration data, else `tab`.
   */
  readonly drafts?: 'device' | 'tab';
  /**
   * Who asks. Told with the page itself, so that a slow line need not be crossed once more to learn it; undefined is left
   * for the page to ask.
   */
  readonly identity?: WhoAsks;
  /** Answers what a page asks first, to send it along. On a slow line that saves as much as learning who asks does. */
  readonly ask?: AskGraph;
  /** Where the built pages are; by default where `npm run build` puts them. */
  readonly folder?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** An asset's name holds the hash of its content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Serves the pages: the files that were compressed when they were built, and the one page behind every address that a
 * person can open. They are read once, so that a later build changes nothing under a server that runs. Mount it last. Content-Security-Policy and its like come from the app that it is mounted in.
 */
export const serveConsole = ({
  marking,
  demonstration,
  drafts = demonstration ? 'device' : 'tab',
  identity,
  ask,
  folder = builtPages,
}: ConsoleOptions): Router => {
  const router = Router();
  const config = { marking, demonstration, drafts };
  let read = readPages(folder);
  const pages = (): BuiltPages => (read ??= readPages(folder)) ?? new Map();
  router.get('/console-config', (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(config);
  });
  router.get('/assets/:name', (request, response, next) => {
    sendBuilt({ pages: pages(), name: `assets/${request.params.name}`, keep: FOR_EVER }, request, response, next);
  });
  router.get('/demarche.svg', (request, response, next) => {
    sendBuilt({ pages: pages(), name: 'demarche.svg', keep: 'public, max-age=86400' }, request, response, next);
  });
  const send = async (request: Request, response: Response): Promise<void> => {
    const page = pages().get('index.html');
    if (!page) return notBuilt(response);
    return sendPage(page.toString(), { config, identity, ask }, request, response);
  };
  router.get('/{*path}', (request, response, next) => {
    if (!isForPerson(request)) return next();
    return send(request, response);
  });
  // An address with a broken escape is no place, and whoever typed it is told so by the page.
  const brokenAddress: ErrorRequestHandler = (fault: unknown, request, response, next) => {
    if (!isMalformed(fault) || !isForPerson(request)) return next(fault);
    return send(request, response.status(404));
  };
  router.use(brokenAddress);
  return router;
};

/**
 * Whoever opens an address asks for HTML; whoever calls the service does not. At the front door whoever takes anything gets
 * the page; elsewhere that is a program, which learns by a problem that there is nothing for it.
 */
const isForPerson = (request: Request): boolean => {
  if (request.path === '/') return request.accepts('html', 'json') === 'html';
  return !request.path.startsWith('/assets/') && (request.get('accept') ?? '').includes('text/html');
};

/** What the router throws where it cannot decode an address. */
const isMalformed = (fault: unknown): boolean => fault instanceof URIError;

const notBuilt = (response: Response): void => {
  const page = `<!doctype html><html lang="en"><title>Demarche</title><p>${NOT_BUILT}, then load this page again.</p></html>`;
  response.status(503).type('html').send(page);
};

interface BuiltFile {
  readonly pages: BuiltPages;
  readonly name: string;
  readonly keep: string;
}

/** Sends a built file as the browser can take it. */
const sendBuilt = (
  { pages, name, keep }: BuiltFile,
  request: Request,
  response: Response,
  next: NextFunction,
): void => {
  const plain = pages.get(name);
  if (!plain) return next();
  const [encoding, ending = ''] =
    ENCODINGS.find(([one, its]) => pages.has(name + its) && request.acceptsEncodings(one)) ?? [];
  response.set('Cache-Control', keep).set('Vary', 'Accept-Encoding');
  response.set('Content-Type', TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream');
  if (encoding) response.set('Content-Encoding', encoding);
  response.send(pages.get(name + ending) ?? plain);
};
