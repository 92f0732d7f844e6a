import { hintsFromFileName } from './file-name-hints.ts';
import { wasGiven } from './given-with-file.ts';
import type { NarrativeHints, NarrativeInput } from './narrative-input.ts';
import { parseNarrative } from './parse-narrative.ts';
import type { EvidenceField, FieldEvidence, ParsedNarrative } from './parsed-narrative.ts';
import { splitNarratives } from './split-narratives.ts';

export type SavedFileOptions = {
  /** Read each narrative of a file that holds several by itself, as FILE#1, FILE#2 and so on. */
  split?: boolean;
};

/**
 * A file as an office keeps it. What its name says ("2015-XKD-embassy.txt") fills in what neither the text nor a person
 * says, and a warning tells of it. One narrative, or with `split` as many as the file's headings part.
 */
export function parseSavedFile(input: NarrativeInput, { split = false }: SavedFileOptions = {}): ParsedNarrative[] {
  const named = hintsFromFileName(input.file, input.countries);
  const whole = parseNamed(input, named);
  const parts = split && whole.parts !== null ? splitNarratives(input) : [];
  if (parts.length === 0) return [whole];
  // A name can say the year of every narrative in the file, and the country of none.
  const ofEach = named.reportYear === undefined ? {} : { reportYear: named.reportYear };
  const { bytes: _bytes, ...rest } = input;
  return parts.map(({ text }, index) => parseNamed({ ...rest, file: `${input.file}#${index + 1}`, text }, ofEach));
}

const FILE_NAME = 'the file’s name';

function parseNamed(input: NarrativeInput, named: NarrativeHints): ParsedNarrative {
  const said = input.hints ?? {};
  const narrative = parseNarrative({ ...input, hints: { ...named, ...said } });
  const country = named.country !== undefined && said.country === undefined && wasGiven(narrative.evidence.country);
  const year =
    named.reportYear !== undefined && said.reportYear === undefined && wasGiven(narrative.evidence.reportYear);
  const { evidence } = narrative;
  const fromName = (field: EvidenceField): FieldEvidence => ({ ...evidence[field], words: FILE_NAME });
  return {
    ...narrative,
    warnings: [...narrative.warnings, ...takenFromName(narrative, { country, year })],
    evidence: {
      ...evidence,
      ...(country ? { country: fromName('country') } : {}),
      ...(year ? { reportYear: fromName('reportYear') } : {}),
    },
  };
}

function takenFromName(
  narrative: ParsedNarrative,
  taken: { country: boolean; year: boolean },
): ParsedNarrative['warnings'] {
  if (narrative.refused !== null) return [];
  const fields = [
    ...(taken.country ? [`the country (${narrative.country?.name})`] : []),
    ...(taken.year ? [`the year (${narrative.reportYear})`] : []),
  ];
  if (fields.length === 0) return [];
  const were = fields.length === 1 ? 'it was' : 'both were';
  const message = `The text does not say ${fields.join(' or ')}; ${were} taken from ${FILE_NAME}. Please check.`;
  return [{ code: 'taken-from-file-name', message, line: null }];
}
