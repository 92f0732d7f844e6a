import type { CommandDefinition, ProblemDocument } from '@demarche/contracts';
import type { StoreTrouble } from '@demarche/event-store';
import type { z } from 'zod';
import { type ProblemCode, problems } from './problems.ts';
import type { Suspicion } from './screen-free-text.ts';

/** The problem that is answered while the store is in trouble. */
export const problemOfStore = {
  locked: 'store-locked',
  full: 'store-full',
  'read-only': 'store-read-only',
  damaged: 'store-damaged',
  away: 'store-unavailable',
} as const satisfies Record<StoreTrouble, ProblemCode>;

/** Thrown within a request, it is answered as the problem it names. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  constructor(code: ProblemCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

type Refusal = { readonly outcome: 'refused'; readonly problem: ProblemDocument };

const document = (code: string, status: number, title: string, detail: string): ProblemDocument => ({
  type: `urn:demarche:problem:${code}`,
  title,
  status,
  detail,
  code,
});

export const problem = (code: ProblemCode, correlationId: string, more: Partial<ProblemDocument> = {}): Refusal => {
  const [status, title, detail] = problems[code];
  return { outcome: 'refused', problem: { ...document(code, status, title, detail), correlationId, ...more } };
};

/** What is wrong with a key that is no UUID: it is not there, or it is something else. */
export const faultyKey = (key: string | undefined, correlationId: string): Refusal =>
  problem(key ? 'idempotency-key-malformed' : 'missing-idempotency-key', correlationId);

type FieldFault = { readonly field: string; readonly message: string };

/** Nobody mends more at a time; and a refusal must not be many times as long as what is refused. */
const MOST_NAMED = 100;
const LONGEST_NAME = 200;

/** Names every faulty field, or the first hundred and how many more there are. */
const fieldFaults = (faults: readonly FieldFault[]): FieldFault[] => {
  const named = faults.slice(0, MOST_NAMED).map(({ field, message }) => ({ field: shortened(field), message }));
  const more = faults.length - named.length;
  return more > 0 ? [...named, { field: '(request)', message: `has ${more} more faulty fields` }] : named;
};

const shortened = (field: string): string =>
  field.length > LONGEST_NAME ? `${field.slice(0, LONGEST_NAME)}…`.toWellFormed() : field;

/** Names every faulty field. */
export const malformed = (error: z.ZodError, correlationId: string): Refusal =>
  problem('malformed', correlationId, {
    errors: fieldFaults(
      error.issues.flatMap((issue) => pathsOf(issue).map((field) => ({ field, message: issue.message }))),
    ),
  });

/** A fault is about the field at its path; where fields are not known at all, about each of them. */
const pathsOf = (issue: z.core.$ZodIssue): string[] => {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key || '""'].join('.'));
  return [issue.path.join('.') || '(request)'];
};

/** Names every suspicious field and what it seems to hold, and never repeats it. */
export const suspected = (suspicions: readonly Suspicion[], correlationId: string): Refusal =>
  problem('personal-data-suspected', correlationId, {
    errors: fieldFaults(
      suspicions.map(({ field, kind }) => ({
        field,
        message: `seems to hold somebody’s ${kind.replaceAll('-', ' ')}`,
      })),
    ),
  });

/** A rule said no. What is not on record answers 404, a right that is lacking 403, every other rule 409. */
export const refused = (
  definition: CommandDefinition,
  code: string,
  detail: string,
  correlationId: string,
): Refusal => ({
  outcome: 'refused',
  problem: { ...document(code, statusOf(code), definition.rejections[code] ?? code, detail), correlationId },
});

const statusOf = (code: string): number => {
  if (code.endsWith('-unknown')) return 404;
  return code === 'role-not-allowed' ? 403 : 409;
};
