import { codesIn } from './enum-names.ts';

/** The answer to the page's own question, as the server sends it along: see `server/first-answer.ts`. */
export interface SentAnswer {
  readonly key: string;
  /** In the gateway's names. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface FirstAnswer {
  readonly key: string;
  readonly data: unknown;
  /** How far the views had come. What was recorded since has to be asked for. */
  readonly position: number;
}

export const firstAnswerIn = ({ key, data }: SentAnswer): FirstAnswer => {
  const { position } = data['status'] as { readonly position: number };
  return { key, data: codesIn(data), position };
};
