import { inList } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';

/**
 * Narrows versions `v` to those of each country's newest report, so that the reports before it are not read. What the newest
 * report asks is issued unless it was closed or withdrawn.
 */
export const ofNewestReports = (reader: ViewReader, countries: string): string => {
  const editions = `FROM report_edition e WHERE e.country ${inList(countries)} AND ${reader.held('e')} GROUP BY e.country`;
  return reader.point.newest
    ? `(v.country, v.report_year) IN (SELECT e.country, max(e.report_year) ${editions})`
    : `v.report_id IN (SELECT report_id FROM (SELECT e.report_id, max(e.report_year) ${editions}))`;
};

/** The same to those of all their reports, or of one year; versions are found by the report that asks them. */
export const ofReports = (reader: ViewReader, countries: string, reportYear: string | null = null): string => {
  const ofYear = (alias: string): string => (reportYear === null ? '' : ` AND ${alias}.report_year = ${reportYear}`);
  return reader.point.newest
    ? `v.country ${inList(countries)}${ofYear('v')}`
    : `v.report_id IN (SELECT e.report_id FROM report_edition e WHERE e.country ${inList(countries)}${ofYear('e')})`;
};
