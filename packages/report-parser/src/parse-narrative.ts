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

export function toParsed(file: string, reading: Reading): ParsedNarrative {
  const refused = reading.refused;
  const closed = refused === null ? reading.closed : null;
  return {
    file,
    country: reading.country?.country ?? null,
    reportYear: reading.year?.reportYear ?? null,
    tier: tierOf(reading),
    recommendations: closed?.recommendations ?? [],
    section: closed?.section ?? 'absent',
    warnings: reading.warnings.map(notice),
    refused: refused === null ? null : notice(refused),
    sourceAddress: reading.sourceAddress,
    evidence: evidenceOf(reading),
    cutAfter: closed?.cutAfter ?? null,
    cutText: closed?.cut?.text ?? null,
    parts: refused?.parts ?? null,
  };
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

function evidenceOf({ country, year, tier, closed, section }: Reading): Evidence {
  return {
    country: field(country),
    reportYear: field(year),
    tier: field(tier),
    recommendations:
      closed === null
        ? NOTHING
        : {
            confidence: closed.confidence,
            line: section?.heading?.line ?? closed.items[0]?.line ?? closed.cut?.line ?? null,
            words: section?.heading?.text ?? closed.items[0]?.text ?? null,
          },
  };
}

function field(decision: FieldEvidence | null): FieldEvidence {
  if (decision === null) return NOTHING;
  const { confidence, line, words } = decision;
  return { confidence, line, words };
}
