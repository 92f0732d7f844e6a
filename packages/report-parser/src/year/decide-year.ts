import { givenWith } from '../given-with-file.ts';
import type { Confidence, Notice } from '../parsed-narrative.ts';
import type { YearReading } from './report-year.ts';

export type YearDecision = {
  reportYear: number | null;
  confidence: Confidence;
  line: number | null;
  words: string | null;
  warnings: Notice[];
};

/** The text's own year before the address's, and either before what was given with the file. Never a guess. */
export function decideYear(
  inText: readonly YearReading[],
  inAddress: YearReading | null,
  hint: number | undefined,
): YearDecision {
  const first = inText[0] ?? inAddress;
  if (first === null || first === undefined) return fromHint(hint);
  const rival = inText.find(({ year }) => year !== first.year);
  if (rival !== undefined) return contradiction(first, rival);
  const warnings = [...addressDisagrees(first, inAddress), ...hintDisagrees(first, hint)];
  const sure = first.from === 'text' ? 'high' : 'medium';
  const confidence = warnings.length > 0 ? 'low' : sure;
  return { reportYear: first.year, confidence, line: first.line, words: first.words, warnings };
}

function fromHint(hint: number | undefined): YearDecision {
  if (hint !== undefined) {
    return { reportYear: hint, confidence: 'medium', line: null, words: givenWith(hint), warnings: [] };
  }
  const message = 'Neither the text nor its address says of which year the report is. Give the year with the file.';
  const warnings = [{ code: 'report-year-not-stated', message, line: null }];
  return { reportYear: null, confidence: 'low', line: null, words: null, warnings };
}

function contradiction(first: YearReading, rival: YearReading): YearDecision {
  const message = `The page says both “${first.words}” and “${rival.words}”. Say of which year the report is.`;
  const warnings = [{ code: 'report-year-contradiction', message, line: rival.line }];
  return { reportYear: null, confidence: 'low', line: first.line, words: first.words, warnings };
}

function addressDisagrees(first: YearReading, inAddress: YearReading | null): Notice[] {
  if (inAddress === null || inAddress.year === first.year) return [];
  const message = `The page says ${first.year}, its address says ${inAddress.year}. The page was taken; please check.`;
  return [{ code: 'report-year-disagreement', message, line: first.line }];
}

function hintDisagrees(first: YearReading, hint: number | undefined): Notice[] {
  if (hint === undefined || hint === first.year) return [];
  const where = first.from === 'text' ? 'text' : 'address';
  const message = `${hint} was given with the file as the year, but the ${where} says ${first.year}. The ${where} was taken.`;
  return [{ code: 'hint-contradicts-year', message, line: first.line }];
}
