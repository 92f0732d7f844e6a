import type { SourceText } from '../source/source-line.ts';
import { type Refusal, refusal } from './refusal.ts';

const OTHER_REPORTS: readonly (readonly [words: RegExp, name: string])[] = [
  [/Country Reports? on Human Rights Practices|\bHuman Rights Reports?\b/i, 'the report on human rights practices'],
  [/International Religious Freedom|\bUSCIRF\b/i, 'a report on religious freedom'],
  [
    /Worst Forms of Child Labou?r|Bureau of International Labor Affairs/i,
    "the Department of Labor's findings on child labor",
  ],
  [/\bGRETA\b|Group of Experts on Action against Trafficking/i, "GRETA's evaluation for the Council of Europe"],
  [/\bUNODC\b|Global Report on Trafficking in Persons/i, 'a report of UNODC'],
  [
    /Universal Periodic Review|Human Rights Council|Committee on the Elimination of|Concluding observations|Special Rapporteur/i,
    'a document of the United Nations on human rights',
  ],
  [/Interim Assessment/i, "the Department of State's interim assessment"],
  [/Presidential Determination|Memorandum of Justification/i, 'a presidential determination'],
  [
    /Human Rights Watch|Amnesty International|Freedom House|Freedom in the World|Walk Free|Global Slavery Index/i,
    'a report of a non-governmental organisation',
  ],
  [/World Factbook|\bCRS Report\b|Congressional Research Service/i, 'a reference work'],
  [/International Narcotics Control|Country Reports on Terrorism/i, 'another report of the Department of State'],
];
const REACH = 6000;

/** A text without heading, tier sentence and list of a narrative: another report, or none at all. */
export function notANarrative(source: SourceText): Refusal {
  const head = [source.title?.text ?? '', ...source.lines.slice(0, 200).map(({ text }) => text)]
    .join('\n')
    .slice(0, REACH);
  const other = OTHER_REPORTS.find(([words]) => words.test(head));
  const line = source.lines[0]?.number ?? 1;
  if (other !== undefined) {
    const at = source.lines.find(({ text }) => other[0].test(text))?.number ?? line;
    const message = `This is ${other[1]}, not a country narrative of the Trafficking in Persons Report. Only such narratives are taken in.`;
    return refusal('another-report', message, at);
  }
  const message =
    'No country narrative of the Trafficking in Persons Report was found: no heading with a tier, no sentence on the minimum standards, no recommendations. Check that the page was saved whole and that it is the page of one country.';
  return refusal('no-narrative', message, line);
}
