import type { StatusJudge } from './projections-check.ts';

/** Amber while the centre of a far site is silent: questions are answered, and what they are answered may be old. */
export const hearsCentre: StatusJudge = ({ centre, trouble }, report) => {
  if (!centre?.silent || report.status === 'fail') return report;
  return { ...report, status: 'warn', trouble: trouble ?? silence(centre.heardAt) };
};

const silence = (heardAt: string | null): string =>
  `Nothing has been heard from the centre since ${heardAt ?? 'the bus here was started'}, so that what is answered may be out of date: does the line stand?`;
