import { describe, expect, test } from 'vitest';
import {
  explainNarrative,
  hintsFromFileName,
  type NarrativeHints,
  type ParsedNarrative,
  parseNarrative,
} from '../index.ts';
import { COUNTRIES } from './arbitrary-narratives.ts';

const TIER = `The Government of Kaldara does not fully meet the minimum standards for the elimination of trafficking but is making significant efforts to do so. Therefore Kaldara remained on Tier 2.`;
const NEXT = 'The government maintained law enforcement efforts. Police opened four cases.';

function parse(text: string, hints?: NarrativeHints): ParsedNarrative {
  return parseNarrative({ file: 'file', text, countries: COUNTRIES, ...(hints === undefined ? {} : { hints }) });
}

function items(list: string, after = `\n\nPROSECUTION\n\n${NEXT}`): string[] {
  return parse(`${TIER}\n\nPRIORITIZED RECOMMENDATIONS:\n\n${list}${after}`).recommendations.map(({ text }) => text);
}

function codes({ warnings }: ParsedNarrative): string[] {
  return warnings.map(({ code }) => code);
}

describe('items, whatever parts them', () => {
  test('two on one line', () => {
    expect(items('Reduce delays in court.\nFund a shelter for victims. • Collect data on cases.')).toEqual([
      'Reduce delays in court.',
      'Fund a shelter for victims.',
      'Collect data on cases.',
    ]);
  });

  test('a bullet without its spaces', () => {
    expect(items('End forced labor abroad.• Forge partnerships with NGOs. •Allow monitors.')).toHaveLength(3);
  });

  test('nothing at all between them', () => {
    expect(
      items('Punish traffickers under U.S.-style statutes.Finalize SOPs.While respecting due process, end delays.'),
    ).toEqual([
      'Punish traffickers under U.S.-style statutes.',
      'Finalize SOPs.',
      'While respecting due process, end delays.',
    ]);
  });

  test('hard wrapping in one mass', () => {
    expect(
      items(
        'Amend\nthe Control Act to criminalize all forms; implement protection\nprovisions; and repeal fines. Increase\ninvestigations.',
      ),
    ).toEqual([
      'Amend the Control Act to criminalize all forms; implement protection provisions; and repeal fines.',
      'Increase investigations.',
    ]);
  });

  test('wording that only looks like a separator is left whole', () => {
    expect(
      items(
        '• Screen groups, including stateless persons; migrants from the south; and cadets.\n• Adopt the plan for 2030–2034.',
      ),
    ).toHaveLength(2);
  });

  test('the head of a printed page inside an item is no part of it', () => {
    const broken =
      'Train police in all provinces. • Fund two\nTRAFFICKING IN PERSONS REPORT JUNE 2019\n345\nKALDARA\nshelters. • Collect data.';
    expect(items(broken)).toEqual(['Train police in all provinces.', 'Fund two shelters.', 'Collect data.']);
  });

  test('the signs of a copy in Markdown are no part of it', () => {
    const copy = `## KALDARA (Tier 2)\n\n${TIER}\n\n**PRIORITIZED RECOMMENDATIONS:**\n\n- **Train** police.\n- Fund NGOs.\n\n**PROSECUTION**\n\n${NEXT}`;
    const parsed = parse(copy);
    expect(parsed.recommendations.map(({ text }) => text)).toEqual(['Train police.', 'Fund NGOs.']);
    expect(parsed).toMatchObject({ section: 'complete', tier: { heading: 'KALDARA (Tier 2)' } });
  });

  test('duplicates are kept', () => {
    expect(items('Train the police. • Train the police. • Fund NGOs.')).toEqual([
      'Train the police.',
      'Train the police.',
      'Fund NGOs.',
    ]);
  });

  test('a soft hyphen at the end of a line joins the word, a hard one keeps its hyphen', () => {
    expect(items('• Fight traf\u00ad\nficking at the ports and anti-\nlabor practices.')).toEqual([
      'Fight trafficking at the ports and anti-labor practices.',
    ]);
  });

  test('a nested menu heading without items is not the section', () => {
    const menu = 'Home PRIORITIZED RECOMMENDATIONS PROSECUTION PROTECTION PREVENTION TRAFFICKING PROFILE\n\n';
    expect(
      parse(`${menu}${TIER}\n\nPRIORITIZED RECOMMENDATIONS\n\nTrain police. • Fund NGOs.\n\nPROSECUTION\n`)
        .recommendations,
    ).toHaveLength(2);
  });

  test('a heading that was lost is known by the list', () => {
    const parsed = parse(`${TIER}\nTrain police in all provinces.\nFund two shelters for victims.\n${NEXT}`);
    expect(parsed.recommendations.map(({ text }) => text)).toEqual([
      'Train police in all provinces.',
      'Fund two shelters for victims.',
    ]);
    expect(codes(parsed)).toContain('heading-lost');
    expect(parsed.section).toBe('complete');
  });

  test('to 2007 they are sentences of the tier paragraph', () => {
    const old =
      'The Government of Kaldara fully complies with the minimum standards for the elimination of trafficking. Kaldara should seek longer sentences. Kaldara should also reduce demand.';
    const parsed = parse(`Kaldara (Tier 1)\n\n${old}\n\nThe Kaldaran government showed efforts.`);
    expect(parsed.recommendations.map(({ text }) => text)).toEqual([
      'Kaldara should seek longer sentences.',
      'Kaldara should also reduce demand.',
    ]);
    expect(parsed.section).toBe('complete');
  });
});

describe('a section that was cut', () => {
  test('gives its whole items, and the unfinished one apart', () => {
    const parsed = parse(`${TIER}\n\nPRIORITIZED RECOMMENDATIONS\n\n• Train police.\n• Fund shel`);
    expect(parsed).toMatchObject({
      section: 'cut',
      cutAfter: 1,
      cutText: 'Fund shel',
      recommendations: [{ ordinal: 1, text: 'Train police.' }],
    });
    expect(parsed.warnings.at(-1)).toMatchObject({ code: 'recommendations-cut', line: 6 });
  });

  test('right after an item, is cut all the same, since nothing shows its end', () => {
    expect(parse(`${TIER}\n\nPRIORITIZED RECOMMENDATIONS\n\nTrain police. • Fund shelters.`)).toMatchObject({
      section: 'cut',
      cutAfter: 2,
      cutText: null,
    });
  });

  test('inside a bracket that holds a semicolon, gives no half of it', () => {
    const parsed = parse(
      `${TIER.replace(' but', '; however, it')}\n\nRECOMMENDATIONS FOR KALDARA\n\nTrain police; adopt rules (with NGOs; w`,
    );
    expect(parsed.recommendations.map(({ text }) => text)).toEqual(['Train police']);
  });

  test('before it began, is absent, and says so', () => {
    const parsed = parse(`KALDARA: Tier 2\n\n${TIER}`);
    expect(parsed).toMatchObject({ section: 'absent', cutAfter: null });
    expect(codes(parsed)).toContain('recommendations-not-shown');
  });
});

describe('the year of the report', () => {
  const body = `KALDARA: Tier 2\n\n${TIER}\n\nPRIORITIZED RECOMMENDATIONS\n\nTrain police. • Fund NGOs.\n\nPROSECUTION\n`;

  test.each([
    ['2021 Trafficking in Persons Report: Kaldara\n\n', 2021],
    ['Trafficking in Persons Report 2022 - Country Narratives - Kaldara\n\n', 2022],
    ['The report was published by the Department on July 1, 2021.\n\n', 2021],
    ['Publication Date | 27 June 2023 |\nCite as ... [accessed 2 October 2040]\n\n', 2023],
    ['# source: https://www.state.gov/reports/2020-trafficking-in-persons-report/kaldara/\n', 2020],
    ['# source: https://www.refworld.org/reference/annualreport/usdos/2019/en/1\n', 2019],
    ['Last Updated: Friday, 27 May 2016, 08:49 GMT\n\n', null],
    ['', null],
  ])('%j gives %s', (above, year) => {
    expect(parse(above + body).reportYear).toBe(year);
  });

  test('contradicted by the address is the page’s own, with a warning', () => {
    const parsed = parse(
      `# source: https://x.example/2019-trafficking-in-persons-report/kaldara/\n2021 Trafficking in Persons Report: Kaldara\n\n${body}`,
    );
    expect(parsed.reportYear).toBe(2021);
    expect(codes(parsed)).toContain('report-year-disagreement');
  });

  test('that the wording contradicts is doubted', () => {
    expect(codes(parse(`2014 Trafficking in Persons Report\n\n${body}`))).toContain('report-year-unlikely');
  });

  test('and the country may be given with the file, and fill in only what it does not say', () => {
    expect(parse(body, { reportYear: 2020 })).toMatchObject({
      reportYear: 2020,
      evidence: { reportYear: { confidence: 'medium' } },
    });
    const contradicted = parse(`2021 Trafficking in Persons Report\n\n${body}`, {
      reportYear: 2020,
      country: 'Vestria',
    });
    expect(contradicted).toMatchObject({ reportYear: 2021, country: { iso3: 'XKD' } });
    expect(codes(contradicted)).toEqual(expect.arrayContaining(['hint-contradicts-year', 'hint-contradicts-country']));
    const unknown = parse(body.replaceAll('Kaldara', 'Nowhereia').replaceAll('KALDARA', 'NOWHEREIA'), {
      country: 'XKD',
    });
    expect(unknown.country?.iso3).toBe('XKD');
  });

  test('in the name of a file is told apart, for whoever imports to pass on', () => {
    expect(hintsFromFileName('saved/2015-XKD-copy.txt', COUNTRIES)).toEqual({ reportYear: 2015, country: 'XKD' });
    expect(hintsFromFileName('report.txt')).toEqual({});
    expect(parseNarrative({ file: '2015-XKD-copy.txt', text: body, countries: COUNTRIES }).reportYear).toBeNull();
  });
});

describe('explain', () => {
  test('says of every line what it was taken for', () => {
    const text = `2021 Trafficking in Persons Report: Kaldara\n\nKALDARA: Tier 2\n\n${TIER}\n\nPRIORITIZED RECOMMENDATIONS\n\nTrain police. • Fund shelters.\nExpand\n\nPROSECUTION\n\n${NEXT}`;
    const explained = explainNarrative({ file: 'file', text, countries: COUNTRIES });
    const labels = new Map(explained.map(({ line, takenFor }) => [line, takenFor.join(', ')]));
    expect(labels.get(1)).toBe('names the year of the report');
    expect(labels.get(3)).toBe('names the country, heading with the tier');
    expect(labels.get(5)).toBe('opening sentence, sentence with the tier');
    expect(labels.get(7)).toBe('heading of the recommendations');
    expect(labels.get(9)).toBe('recommendation 1, recommendation 2');
    expect(labels.get(12)).toBe('heading of another section');
  });
});
