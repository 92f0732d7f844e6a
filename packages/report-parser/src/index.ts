export { type ExplainedLine, explainNarrative } from './explain-narrative.ts';
export { hintsFromFileName } from './file-name-hints.ts';
export type { CountryEntry, NarrativeHints, NarrativeInput } from './narrative-input.ts';
export { parseNarrative } from './parse-narrative.ts';
export { parseSavedFile } from './parse-saved-file.ts';
export type {
  Confidence,
  Country,
  Evidence,
  EvidenceField,
  FieldEvidence,
  NarrativePart,
  Notice,
  ParsedNarrative,
  Recommendation,
  SectionState,
  TierMovement,
  TierStatement,
  TierValue,
} from './parsed-narrative.ts';
export { canSplit, splitNarratives } from './split-narratives.ts';
