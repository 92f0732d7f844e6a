import type { NarrativeInput } from './narrative-input.ts';
import type { Evidence, FieldEvidence, Notice, ParsedNarrative } from './parsed-narrative.ts';
import { readNarrative } from './read-narrative.ts';
import type { Reading } from './reading.ts';

/**
 * A saved country narrative of the Trafficking in Persons Report, of any year and in any form that the web gave it,
 * to structured data. Pure, and linear in the file's length. Never throws on a file's content: what cannot be read
 * is `refused`, what is doubtful is a warning, and what the text does not say is null.
 *
 * The text wins over its address, and both over the hints: a hint fills in what they do not say, and one that
 * contradicts them is a warning.
 */
export function parseNarrative(input: NarrativeInput): ParsedNarrative {
  return toParsed(input.file, readNarrative(input));
}

function toParsed(file: string, reading: Reading): ParsedNarrative {
  const { refused, country, year, sourceAddress } = reading;
  const parts = refused?.parts ?? null;
  return {
    file,
    country: country === null || parts !== null ? null : country.country,
    reportYear: year === null ? null : year.reportYear,
    tier: tierOf(reading),
    ...sectionOf(reading),
    warnings: refused === null ? reading.warnings.map(notice) : [],
    refused: refused === null ? null : notice(refused),
    sourceAddress,
    evidence: evidenceOf(reading),
    parts,
  };
}

type SectionFields = Pick<ParsedNarrative, 'recommendations' | 'section' | 'cutAfter' | 'cutText'>;

function sectionOf({ closed, refused }: Reading): SectionFields {
  if (closed === null || refused !== null) {
    return { recommendations: [], section: 'absent', cutAfter: null, cutText: null };
  }
  const { recommendations, section, cutAfter, cut } = closed;
  return { recommendations, section, cutAfter, cutText: cut === null ? null : cut.text };
}

/** Of a refused file only a tier that heading and sentence agree on is told, to say which file it is. */
function tierOf({ tier, refused }: Reading): ParsedNarrative['tier'] {
  if (tier === null) return null;
  if (refused === null) return tier.tier;
  return refused.code === 'interleaved-columns' && tier.confidence === 'high' ? tier.tier : null;
}

function notice({ code, message, line }: Notice): Notice {
  return { code, message, line };
}

const NOTHING: FieldEvidence = { confidence: 'low', line: null, words: null };

function evidenceOf(reading: Reading): Evidence {
  return {
    country: field(reading.country),
    reportYear: field(reading.year),
    tier: field(reading.tier),
    recommendations: listEvidence(reading),
  };
}

function field(decision: FieldEvidence | null): FieldEvidence {
  if (decision === null) return NOTHING;
  const { confidence, line, words } = decision;
  return { confidence, line, words };
}

function listEvidence({ closed, section }: Reading): FieldEvidence {
  if (closed === null) return NOTHING;
  const from = section?.heading ?? closed.items[0] ?? closed.cut;
  if (from === null) return { ...NOTHING, confidence: closed.confidence };
  return { confidence: closed.confidence, line: from.line, words: from.text };
}
