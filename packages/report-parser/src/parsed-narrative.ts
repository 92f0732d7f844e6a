/** What one saved file was read to say. Plain JSON: it is printed by `demarche parse --json` as it is. */
export type ParsedNarrative = {
  /** The name the caller gave the file; never opened. */
  file: string;
  country: Country | null;
  /** The year on the report's cover, never the year of saving, publication of the copy or events told. */
  reportYear: number | null;
  tier: TierStatement | null;
  /** Whole items only, in the report's order. An unfinished one is in `cutText`. */
  recommendations: Recommendation[];
  section: SectionState;
  warnings: Notice[];
  /** Not null: nothing of this file may be imported. */
  refused: Notice | null;
  sourceAddress: string | null;
  evidence: Evidence;
  /** When the section is cut: the ordinal of the last whole item, 0 when not one is whole. */
  cutAfter: number | null;
  /** When the section is cut inside an item: the words of that item that are there. */
  cutText: string | null;
  /** When several narratives stand in the file: where each begins, so that it can be split. */
  parts: NarrativePart[] | null;
};

export type Country = { iso3: string; name: string };
export type Recommendation = { ordinal: number; text: string };
export type TierValue = 'tier-1' | 'tier-2' | 'tier-2-watch-list' | 'tier-3' | 'special-case';
export type TierMovement = 'upgraded' | 'downgraded' | 'remained' | 'first-listed';

export type TierStatement = {
  value: TierValue;
  heading: string | null;
  sentence: string | null;
  movement: TierMovement | null;
  consecutiveYears: number | null;
  waiver: boolean;
};

/** `complete`: its end was seen. `cut`: the source ends inside it. `absent`: the source shows none of it. */
export type SectionState = 'complete' | 'cut' | 'absent';

/** A sentence for an officer, with a code that programs may count on and the line it speaks of. */
export type Notice = { code: string; message: string; line: number | null };

export type Confidence = 'high' | 'medium' | 'low';
export type FieldEvidence = { confidence: Confidence; line: number | null; words: string | null };
export type EvidenceField = 'country' | 'reportYear' | 'tier' | 'recommendations';
export type Evidence = Record<EvidenceField, FieldEvidence>;

export type NarrativePart = { name: string; firstLine: number; lastLine: number };
