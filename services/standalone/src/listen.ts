import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@demarche/service-kit';
import { StartRefused } from './data-folder/start-refused.ts';

export interface Listening {
  readonly server: Server;
  readonly address: string;
  /** From now on this answers; before, whoever asks is told that Demarche is starting. */
  serve(app: RequestListener): void;
}

const STARTING =
  '<!doctype html><html lang="en"><meta http-equiv="refresh" content="1"><title>Demarche</title><p>Demarche is starting. This page opens by itself.</p></html>';

/** Answers until everything is there. */
const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '1' }).end(STARTING);
};

/**
 * Listens on this machine only, so that a port that is taken is known before any work is done; serves once told what.
 * @throws StartRefused when the port cannot be had; the message names the setting.
 */
export const listen = async (host: string, port: number): Promise<Listening> => {
  let listener = starting;
  const server = createHttpServer((request, response) => listener(request, response));
  const taken = Promise.withResolvers<never>();
  server.once('error', taken.reject);
  server.listen(port, host);
  try {
    await Promise.race([once(server, 'listening'), taken.promise]);
  } catch (cause) {
    throw new StartRefused(sentenceFor((cause as NodeJS.ErrnoException).code, port), { cause });
  }
  const name = host.includes(':') ? `[${host}]` : host;
  const address = `http://${name}:${(server.address() as AddressInfo).port}`;
  const serve = (app: RequestListener): void => {
    listener = app;
  };
  return { server, address, serve };
};

const sentenceFor = (code: string | undefined, port: number): string => {
  const other = `Choose another with DEMARCHE_PORT, such as DEMARCHE_PORT=${port < 65_535 ? port + 1 : 4801} npm start.`;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. ${other}`;
  if (code === 'EACCES') return `Port ${port} may not be used by this account. ${other}`;
  return `Port ${port} cannot be had (${code}). ${other}`;
};
