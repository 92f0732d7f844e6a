import { isUtf8 } from 'node:buffer';
import type { Request, RequestHandler } from 'express';
import { joinPieces } from './join-pieces.ts';
import { isWithin, jsonBounds } from './json-shape.ts';
import { ProblemError } from './problem.ts';

/** Puts what the body says into `request.body`. Throws the problems of both below. */
export const jsonBody =
  (limit: number): RequestHandler =>
  async (request, _response, next) => {
    request.body = jsonIn(await readJsonBytes(request, limit));
    next();
  };

/**
 * Reads a body that says it is JSON; undefined where there is none or it says it is something else. It is refused as soon
 * as it is known to be too large, without waiting for the rest, and compressed bodies are refused unread.
 * @throws ProblemError `too-large`, `compressed`, `unsupported-media-type`, `unreadable`
 */
export const readJsonBytes = async (request: Request, limit: number): Promise<Buffer | undefined> => {
  if (!request.is('application/json')) return undefined;
  requirePlainUtf8(request);
  if (declaredSize(request) > limit) throw new ProblemError('too-large');
  return withoutMark(await bytesOf(request, limit));
};

/**
 * What they say, which takes several times their room.
 * @throws ProblemError `too-intricate`, `not-json`
 */
export const jsonIn = (bytes: Buffer | undefined): unknown => {
  if (bytes === undefined) return undefined;
  if (!isWithin(bytes, jsonBounds)) throw new ProblemError('too-intricate');
  return bytes.length === 0 ? {} : valueOf(bytes);
};

/** Node refuses what is no number. */
const declaredSize = ({ headers }: Request): number => Number(headers['content-length'] ?? 0);

const requirePlainUtf8 = ({ headers }: Request): void => {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') throw new ProblemError('compressed');
  const [, charset = 'utf-8'] = /charset\s*=\s*"?([^\s;"]*)/i.exec(headers['content-type'] ?? '') ?? [];
  if (!/^utf-?8$/i.test(charset)) throw new ProblemError('unsupported-media-type');
};

const bytesOf = (request: Request, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const pieces = joinPieces(declaredSize(request));
    const take = (piece: Buffer): void => {
      if (pieces.size + piece.length > limit) refuse(new ProblemError('too-large'));
      else pieces.add(piece);
    };
    const refuse = (problem: ProblemError): void => {
      request.off('data', take);
      reject(problem);
    };
    // Whoever left while the request waited for its turn sends nothing any more.
    if (request.destroyed) return refuse(new ProblemError('unreadable'));
    request.on('data', take);
    request.once('end', () => resolve(pieces.whole()));
    request.once('error', (cause) => refuse(new ProblemError('unreadable', { cause })));
    request.once('close', () => {
      if (!request.readableEnded) refuse(new ProblemError('unreadable'));
    });
  });

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

const withoutMark = (bytes: Buffer): Buffer =>
  bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;

/** An object or a list: a bare word or number is nobody's request. */
const valueOf = (bytes: Buffer): object => {
  const value = isUtf8(bytes) ? parsed(bytes.toString()) : undefined;
  if (typeof value !== 'object' || value === null) throw new ProblemError('not-json');
  return value;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
