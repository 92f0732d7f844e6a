import { readFileSync } from 'node:fs';
import type { z } from 'zod';

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
  const faults: string[] = [];
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = valueOf(name, variables, faults);
    if (value !== undefined) given[name] = value;
  }
  const parsed = schema.safeParse(given);
  if (parsed.success && faults.length === 0) return { outcome: 'read', environment: parsed.data };
  return {
    outcome: 'faulty',
    faults: [...faults, ...(parsed.error?.issues ?? []).map((issue) => faultOf(issue, given))],
  };
};

/** `readEnvironment`, where a fault prints every fault and ends the process with 1. For `environment.ts` files only. */
export const parseEnvironment = <Schema extends z.ZodObject>(
  schema: Schema,
  variables: Variables,
): z.output<Schema> => {
  const reading = readEnvironment(schema, variables);
  if (reading.outcome === 'read') return reading.environment;
  process.stderr.write(
    `Demarche cannot start with these settings:\n${reading.faults.map((fault) => `  ${fault}\n`).join('')}`,
  );
  process.exit(1);
};

const valueOf = (name: string, variables: Variables, faults: string[]): string | undefined => {
  const direct = variables[name] || undefined;
  const path = variables[`${name}_FILE`] || undefined;
  if (!path) return direct;
  if (direct) {
    faults.push(`${name} and ${name}_FILE are both set: keep one of them`);
    return direct;
  }
  try {
    return readFileSync(path, 'utf8').trimEnd();
  } catch (error) {
    faults.push(`${name}_FILE names ${path}, which cannot be read (${(error as NodeJS.ErrnoException).code})`);
    return undefined;
  }
};

/** The value itself is not repeated: it may be a secret. */
const faultOf = (issue: z.core.$ZodIssue, given: Readonly<Record<string, string>>): string => {
  const name = issue.path.join('.');
  return name in given ? `${name} ${issue.message}` : `${name} is not set: ${issue.message}`;
};
