import { inList } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';

/** Narrows versions `v` to those of each country's newest report, so that the reports before it are not read. */
export const ofNewestReports = (reader: ViewReader, countries: string): string => `
  v.report_id IN (SELECT report_id FROM (
    SELECT e.report_id, max(e.report_year) FROM report_edition e
    WHERE e.country ${inList(countries)} AND ${reader.held('e')} GROUP BY e.country))`;
