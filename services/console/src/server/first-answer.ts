import { soon } from '@demarche/service-kit';
import type { Request } from 'express';
import { namesIn } from '../graphql/enum-names.ts';
import type { SentAnswer } from '../graphql/first-answer.ts';
import { questionKey } from '../graphql/question-key.ts';
import { firstQuestion } from '../pages/first-question.ts';

/** A document for the gateway, as the browser would send it. */
interface GraphQuestion {
  readonly query: string;
  readonly variables: object;
}

/**
 * Asks the gateway for whoever made the request.
 * @returns the document's data; nothing where it was refused or any part of it failed
 */
export type AskGraph = (question: GraphQuestion, request: Request) => Promise<Record<string, unknown> | undefined>;

/** A page without its answer asks for it, and loses one way over the line. It is not kept back longer than that. */
const PATIENCE_MS = 400;

/** The answer to what the page at this address asks first, where there is one in time. */
export const firstAnswer = async (ask: AskGraph, request: Request): Promise<SentAnswer | undefined> => {
  const { pathname, search } = new URL(request.originalUrl, 'http://demarche');
  const question = firstQuestion({ pathname, search });
  if (!question) return undefined;
  const { document, variables } = question;
  const answer = ask({ query: document, variables: namesIn(variables) as object }, request).catch(() => undefined);
  const data = await soon(answer, PATIENCE_MS, undefined);
  return data && { key: questionKey(document, variables), data };
};
