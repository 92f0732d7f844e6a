/** A country the register does not hold: fictional ones of a demonstration, or one named anew since this release. */
export type CountryEntry = {
  iso3: string;
  name: string;
  /** Other names the text may use, abbreviations among them. */
  otherNames?: readonly string[];
};

/** What the person who brings the file knows of it. It fills in what the file does not say and never overrules it. */
export type NarrativeHints = {
  /** ISO 3166-1 alpha-3, or a name. */
  country?: string;
  reportYear?: number;
  sourceAddress?: string;
};

export type NarrativeInput = {
  file: string;
  /** The file as it was saved. Its encoding is found out. Takes precedence over `text`. */
  bytes?: Uint8Array;
  /** The file already decoded, as a browser hands it over. */
  text?: string;
  hints?: NarrativeHints;
  /** Countries known beside those of the register. Keep one array for many files: it is indexed once. */
  countries?: readonly CountryEntry[];
};
