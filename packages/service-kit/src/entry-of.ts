/** The fields that name what an event created or changed within its subject, the more particular first. */
const ENTRY_FIELDS = [
  'assessmentId',
  'responseId',
  'closureId',
  'entryId',
  'rewordingId',
  'promiseId',
  'followUpId',
  'commitmentId',
];

/** The entry an event is about, when it is about one: `KEN-2024-03-A1`. */
export const entryOf = (data: unknown): string | null => {
  const fields = data as Readonly<Record<string, unknown>>;
  const field = ENTRY_FIELDS.find((name) => typeof fields[name] === 'string');
  return field ? (fields[field] as string) : null;
};
