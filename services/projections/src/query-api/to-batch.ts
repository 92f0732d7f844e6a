import { QueryBatch, QueryRefused } from '@demarche/contracts';

/** @throws QueryRefused `malformed`, naming every faulty field. */
export const toBatch = (batch: unknown): QueryBatch => {
  const parsed = QueryBatch.safeParse(batch);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the batch'}: ${message}`);
  throw new QueryRefused('malformed', `The questions cannot be answered. ${faults.join('; ')}.`);
};
