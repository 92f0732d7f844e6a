import { createHash } from 'node:crypto';
import type { ReportToPublish } from '@demarche/contracts';

/**
 * The idempotency key of an import: a UUID version 8 (RFC 9562) from the country, the year and everything that would be
 * recorded. The same file brought in again, by anybody and on any day, is the same command.
 */
export const importKey = (report: ReportToPublish): string => {
  const said = JSON.stringify([report.country, report.reportYear, report]);
  const bytes = createHash('sha256').update(`import#${said}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
