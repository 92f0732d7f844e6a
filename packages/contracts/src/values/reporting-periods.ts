import type { IsoDate, ReportingPeriod } from './time.ts';

/** A reporting period runs from 1 April to 31 March (22 U.S.C. 7107(b)(1); see `ReportingPeriod`). */
export const reportingPeriodOf = (day: IsoDate): ReportingPeriod => {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '04-01' ? year : year - 1;
};

export const firstDayOf = (period: ReportingPeriod): IsoDate => `${period}-04-01`;

export const lastDayOf = (period: ReportingPeriod): IsoDate => `${period + 1}-03-31`;

/** The annual report is due to Congress by 30 June (22 U.S.C. 7107(b)(1)): the day assumed where the release date is not given. */
export const statutoryReleaseDay = (reportYear: number): IsoDate => `${reportYear}-06-30`;
