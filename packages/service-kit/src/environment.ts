import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { unknownVariables } from './unknown-variables.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export type EnvironmentReading<Environment> =
  | { readonly outcome: 'read'; readonly environment: Environment }
  /** Every fault, each a line that names the variable. */
  | { readonly outcome: 'faulty'; readonly faults: readonly string[] };

/**
 * Reads a service's settings. An empty variable counts as unset. Every setting may also be given as a file:
 * `NAME_FILE` holds the path of a file whose content is the value, so that a secret need not stand in the environment.
 */
export const readEnvironment = <Schema extends z.ZodObject>(
  schema: Schema,
  variables: Variables,
): EnvironmentReading<z.output<Schema>> => {
  const given: Record<string, string> = {};
  const unread = new Map<string, string>();
  for (const name of Object.keys(schema.shape)) {
    const { value, fault } = lookUp(name, variables);
    if (value !== undefined) given[name] = value;
    if (fault !== undefined) unread.set(name, fault);
  }
  const parsed = schema.safeParse(given);
  if (parsed.success && unread.size === 0) return { outcome: 'read', environment: parsed.data };
  const issues = (parsed.error?.issues ?? []).filter(({ path }) => !unread.has(path.join('.')));
  return { outcome: 'faulty', faults: [...unread.values(), ...issues.map((issue) => faultOf(issue, given))] };
};

/** What is not a setting, and comes with them. */
export interface GivenBeside {
  /** What was given under names that no part of Demarche knows, in a sentence for the log. */
  readonly givenInVain: string | undefined;
}

/** `readEnvironment`, where a fault prints every fault and ends the process with 1. For `environment.ts` files only. */
export const parseEnvironment = <Schema extends z.ZodObject>(
  schema: Schema,
  variables: Variables,
): z.output<Schema> & GivenBeside => {
  const reading = readEnvironment(schema, variables);
  const givenInVain = unknownVariables(variables);
  if (reading.outcome === 'read') return { ...reading.environment, givenInVain };
  const lines = [...reading.faults, ...(givenInVain === undefined ? [] : [givenInVain])];
  process.stderr.write(`Demarche cannot start with these settings:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  process.exit(1);
};

interface LookedUp {
  readonly value?: string | undefined;
  readonly fault?: string;
}

const lookUp = (name: string, variables: Variables): LookedUp => {
  const direct = variables[name] || undefined;
  const path = variables[`${name}_FILE`] || undefined;
  if (!path) return { value: direct };
  if (direct) return { value: direct, fault: `${name} and ${name}_FILE are both set: keep one of them` };
  try {
    return { value: readFileSync(path, 'utf8').trimEnd() };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    return {
      fault: `${name}_FILE names ${path}, which cannot be read (${reason}): mend the path or the file’s rights`,
    };
  }
};

/** The value itself is not repeated: it may be a secret. */
const faultOf = (issue: z.core.$ZodIssue, given: Readonly<Record<string, string>>): string => {
  const name = issue.path.join('.');
  return name in given ? `${name} ${issue.message}` : `${name} is not set: ${issue.message}`;
};
