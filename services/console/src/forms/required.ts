import type { FieldFault } from '../graphql/send-command.ts';

/** Names what was left empty: pairs of a field and the sentence that asks for it. */
export const missing = (
  asked: ReadonlyArray<readonly [field: string, given: unknown, message: string]>,
): FieldFault[] =>
  asked
    .filter(([, given]) => (Array.isArray(given) ? given.length === 0 : !String(given ?? '').trim()))
    .map(([field, , message]) => ({ field, message }));

/** What was typed, or null where nothing was. */
export const orNull = (text: string): string | null => text.trim() || null;
