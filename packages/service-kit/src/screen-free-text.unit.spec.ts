import { describe, expect, it, test } from 'vitest';
import type { PersonalDataKind } from './personal-data-patterns.ts';
import { screenFreeText } from './screen-free-text.ts';

const kindsIn = (text: string): readonly PersonalDataKind[] => screenFreeText({ text }).map(({ kind }) => kind);

const revealing: readonly (readonly [PersonalDataKind, string])[] = [
  ['email-address', 'She can be reached at amina.karo@example.org for the hearing.'],
  ['email-address', 'Write to shelter_kald+intake@mail.example.co.xk before Friday.'],
  ['email-address', 'Contact: a.karo (at) example (dot) org.'],
  ['telephone-number', 'The victim’s mother answers on +254 712 345 678.'],
  ['telephone-number', 'Call 0712345678 after six.'],
  ['telephone-number', 'Her number is 0712 345 678.'],
  ['telephone-number', 'Reached by phone: 555 0142 33.'],
  ['telephone-number', 'WhatsApp 44 7700 900123.'],
  ['telephone-number', 'The hotline passed on (555) 234-0199 as her contact.'],
  ['telephone-number', 'Dial 0044 20 7946 0958 and ask for the case worker.'],
  ['telephone-number', 'Tel. 22 45 67 89.'],
  ['passport-number', 'She travelled on passport A1234567.'],
  ['passport-number', 'Passport No. 45-889-221 was taken by the employer.'],
  ['passport-number', 'The officer copied passport number: XK 9921834.'],
  ['passport-number', 'Her passport\nnumber\nis\nK2291877.'],
  ['passport-number', 'Document AB123456 was held by the recruiter.'],
  ['passport-number', 'Pasaporte: PE5519021.'],
  ['passport-number', 'She showed travel document no. T55-20931.'],
  ['identity-number', 'National ID 29881774 was found in the house.'],
  ['identity-number', 'Her identity card no. KD/55/88123 was kept.'],
  ['identity-number', 'CNIC 35202-1234567-1 belongs to the worker.'],
  ['identity-number', 'The SSN is 123-45-6789.'],
  ['identity-number', 'Registered under 198805121234.'],
  ['identity-number', 'His visa number 88AX2231 was revoked.'],
  ['identity-number', 'Cédula: 17-2288-301.'],
  ['case-number', 'See case no. 2291/2026 for the rescued girl.'],
  ['case-number', 'The shelter opened case file KD-88-2026 for her.'],
  ['case-number', 'Case CR-118/2025 concerns the youngest of them.'],
  ['case-number', 'Police report 5521 names her.'],
  ['case-number', 'Victim ID 0042 was moved to the coast.'],
  ['case-number', 'Referral number R-77 was closed.'],
  ['case-number', 'Docket 15-cv-2201 was sealed.'],
  ['date-of-birth', 'She was born on 14 March 2009 in the north.'],
  ['date-of-birth', 'Born 3/11/2008, she left school at nine.'],
  ['date-of-birth', 'DOB: 2010-02-28.'],
  ['date-of-birth', 'Date of birth 7 July 2007.'],
  ['date-of-birth', 'The girl (born May 2nd, 2011) was returned.'],
  ['date-of-birth', 'Née le 12 juin 1999, or 12.06.1999; d.o.b. 12.06.1999.'],
  ['date-of-birth', 'Amina Karo, born in 2009, was heard by the judge.'],
  ['name-with-age', 'Amina Karo, 16, was found in the workshop.'],
  ['name-with-age', 'Officers interviewed Amina Karo (16) twice.'],
  ['name-with-age', 'Amina, aged 16, was moved to a shelter.'],
  ['name-with-age', 'Amina (aged 16) asked to go home.'],
  ['name-with-age', 'The victim, Amina K., 16, gave a statement.'],
  ['name-with-age', 'A 16-year-old girl named Amina was rescued.'],
  ['name-with-age', 'The raid freed 12-year-old Bora Lenn.'],
  ['name-with-age', 'Bora Lenn, a 12-year-old from the coast, was sold twice.'],
  ['name-with-age', 'Bora Lenn is 12 years old.'],
  ['name-with-age', 'Bora was only 12 years of age.'],
  ['name-with-age', 'The survivor Amina (16) will testify.'],
  ['name-with-age', 'The girl (Lina M, 15) told the police.'],
  ['name-with-age', 'Nadia, 17, is in the shelter.'],
  ['name-with-age', 'Ms. Nadia Petrov (17 years) was heard.'],
  ['passport-number', 'Her passport (no. C01X00T47) is missing.'],
  ['identity-number', 'SSN 123 45 6789 was on the form.'],
  ['name-with-age', 'Fatou al-Dene, 34, and her sister were exploited.'],
  ['name-with-age', 'Amina Karo, 16 y/o, is in the shelter.'],
];

const clean: readonly string[] = [
  'We asked when the law on recruitment fees will be tabled.',
  'Minister Joan Park said the bill would reach parliament by 31 December 2026.',
  'The Minister of Labour, Joan Park, welcomed the recommendation.',
  'Deputy Minister Okoro, Director Lenn and Ms. Haddad took part.',
  'The Ambassador delivered the démarche on 9 September 2026 in Kald City.',
  'The government investigated 43 cases, compared with 38 in the previous reporting period.',
  'Courts convicted 12 traffickers and acquitted 3.',
  'Officials identified 211 victims, including 96 children and 14 men.',
  'The government allocated 1,250,000 dollars to shelters.',
  'The budget rose from 900000 to 1200000 in local currency.',
  'Article 145 of the penal code prescribes 5 to 12 years of imprisonment.',
  'Articles 3, 16, and 22 were amended in 2019.',
  'Law 27/2019 entered into force on 1 January 2020.',
  'The text follows A/RES/72/1 and A/RES/75/158.',
  'Resolution 2388 (2017) was cited.',
  'See 22 U.S.C. 7107(b)(1) for the reporting period.',
  'The reporting period runs from 2025-04-01 to 2026-03-31.',
  'Cable 26 KALD CITY 1234 holds the record copy.',
  'The record copy is filed as 26 STATE 0012345.',
  'KEN-2024-03 and XKD-2026-01 were raised together.',
  'ENG-7F3K-2Q9X was logged twice and one was withdrawn.',
  'In 2024, 16 officials were trained; in 2025, 40.',
  'On March 3, 16 inspectors visited the port.',
  'The ministry trained 1,200 officers between 2019 and 2023.',
  'A 16-year-old girl was rescued from a workshop.',
  'Children aged 5 to 17 remain at risk in fishing.',
  'Girls, aged 12 to 16, were recruited at the border.',
  'Victims, aged 9 to 60, were housed in 4 shelters.',
  'The law protects minors under 18 years old.',
  'Traffickers exploit women and girls from Norvia, 70 percent of them on the coast.',
  'Passport confiscation is a crime, but nobody was prosecuted.',
  'The passport law of 2019 was not enforced.',
  'Employers withheld passports of 35 workers.',
  'The government issued 4,500 birth certificates to children born in 2025.',
  'Children born in Kaldara to foreign parents can be registered since 2021.',
  'The identity card reform was delayed until 2027.',
  'The national ID programme reached 60 percent of the population.',
  'Visa rules for domestic workers of diplomats changed in 2022.',
  'The hotline received 2,311 calls and referred 87 of them to the police.',
  'The hotline is open 24 hours a day, 7 days a week.',
  'Case numbers fell for the third year.',
  'The case of the fishing company was dismissed.',
  'Prosecutors opened 7 cases under the 2016 law and 2 under the penal code.',
  'In one case, 5 officials were suspended.',
  'The government reported 3 cases of complicity, 1 of which reached court.',
  'The police filed 19 reports in 2025.',
  'The working group met 4 times: on 3 May, 12 June, 9 July and 30 August.',
  'The Ministry of Justice will report by 15 November.',
  'The Embassy will send the model law next week.',
  'We left a non-paper with the Director General for Consular Affairs.',
  'The Director asked for 2 weeks to reply.',
  'The Prime Minister, in office since 2022, chairs the council.',
  'President Arden, elected in 2021, signed the decree.',
  'The Palermo Protocol (2000) was ratified on 5 June 2008.',
  'The Domestic Workers Convention (No. 189) is under review.',
  'The Forced Labour Protocol, 2014, was not ratified.',
  'Recommendation Nine (9) was disputed.',
  'Tier 2 Watch List, 3 years in a row, is where the country stands.',
  'Operative paragraph 4 asks for annual data.',
  'Paragraphs 4, 7 and 12 bind all participants.',
  'The OSCE meeting of 14 October 2026 adopted the decision.',
  'The Bali Process met in Port Kald, 12 to 14 May.',
  'The ILO office counted 12.5 million hours of training.',
  'GDP grew by 3.2 percent to 4.1 billion dollars.',
  'Shelters in Kald City (4) and Port Kald (2) are open.',
  'The Anti-Trafficking Act, 16 years after it was passed, is outdated.',
  'The Labour Code (2015) sets no penalty.',
  'Section 12, 13 and 14 were repealed.',
  'The Ministry of Interior, 3 regional offices and the coast guard signed.',
  'The Council of Ministers approved the plan for 2026-2030.',
  'The national action plan 2021–2025 expired without a successor.',
  'Phase 2 begins on 2027-01-01 and costs 350,000.',
  'The grant of 750,000 dollars ends in fiscal year 2028.',
  'The delegation of 14 met the Speaker and 3 deputies.',
  'Senator Mira Lund promised a hearing in the spring session.',
  'Judge Tomas Berg asked for more training of magistrates.',
  'Colonel Adan Reyes leads the new unit of 25 officers.',
  'The unit has 25 officers, 4 vehicles and no budget.',
  'Interpol notice procedures were explained to the police.',
  'Labour inspectors made 4,812 visits and found 61 violations.',
  'Only 2 of 14 districts have a referral mechanism.',
  'The referral mechanism was used 118 times.',
  'The 2025 report found no evidence of progress.',
  'The 30-year-old law predates the Protocol.',
  'A 10-year-old bilateral agreement with Norvia was renewed.',
  'The agreement is 10 years old and covers 3 sectors.',
  'Kaldara is 30 years behind its neighbours, said the Minister.',
  'The Constitution, article 23, forbids forced labour.',
  'The court fined the company 50,000 and closed 2 sites.',
  'The gazette of 14 August 2026, number 112, carries the law.',
  'Official Gazette 112, pages 14 to 20.',
  'The note verbale no. 118/26 was handed over.',
  'Note 2026/44 of the Foreign Ministry acknowledges receipt.',
  'The meeting began at 10:30 and ended at 12:15.',
  'Coordinates of the new shelters are confidential.',
  'Norvia and Kaldara exchanged 40 letters on extradition.',
  'The Minister called the finding unfair and asked for its sources.',
  'He deferred the question of funding to the Ministry of Finance.',
  'Civil society organizations ran 9 of the 11 shelters.',
  'The government did not provide data on sentences.',
  'Traffickers received between 8 months and 15 years.',
  'The mandatory minimum is 20 years for crimes against children.',
  'Complicity of officials remained a serious concern.',
  'Recruitment agencies paid 3.5 million in fines since 2020.',
  'The embassy in Kald City follows 6 promises, 2 of them overdue.',
  'Progress was made on 5 of 12 indicators.',
  'Standards 1, 2 and 3 are met; standard 4 is not.',
  'The Chargé, accompanied by the labour attaché, raised all 3 recommendations.',
  'Both sides agreed to meet again in February 2027.',
  'The Secretary General (in office until 2028) supports the text.',
  'The text was adopted by 141 votes to 5, with 30 abstentions.',
  'Foreign Minister Dara Voss was optimistic about ratification in 2027.',
  'Ms. Park (Labour) and Mr. Okoro (Justice) disagreed openly.',
  'Data for 2023, 2024 and 2025 were handed over on paper.',
  'Phone calls with the ministry on 2 and 5 May led nowhere.',
  'We will call again after 15 October.',
  'Talks continue in Vale Mora, 12 and 13 May, with both ministries.',
  'The delegation visits Vale Mora, 3, 4 and 5 June.',
  'Identified victims came from Sri Lanka (12), Costa Rica (4) and Norvia (2).',
  'The seminars in New York (3) and Buenos Aires (2) were well attended.',
];

test.each(revealing)('%s is found in: %s', (kind, text) => {
  expect(kindsIn(text)).toContain(kind);
});

describe('what diplomats write', () => {
  it('passes, in at least 98 of 100 sentences', () => {
    expect(clean.length).toBeGreaterThanOrEqual(100);
    const stopped = clean.filter((text) => kindsIn(text).length > 0);
    expect(stopped.slice(Math.floor(clean.length * 0.02))).toEqual([]);
  });

  it('passes as a whole page too', () => {
    expect(kindsIn(clean.join(' '))).toEqual([]);
  });
});

describe('what is screened', () => {
  const revealingText = 'Amina Karo, 16, was found.';

  it('names every field by its path and what was found, and never repeats it', () => {
    const suspicions = screenFreeText({
      summary: revealingText,
      promises: [{ wording: 'None.' }, { wording: 'Write to amina@example.org.' }],
    });
    expect(suspicions).toEqual([
      { field: 'summary', kind: 'name-with-age' },
      { field: 'promises.1.wording', kind: 'email-address' },
    ]);
    expect(JSON.stringify(suspicions)).not.toMatch(/Amina|example/);
  });

  it('leaves references and web addresses alone', () => {
    expect(
      screenFreeText({
        engagementId: 'case CR-118/2025',
        evidence: [{ address: 'https://courts.example/case/0712345678' }],
        sourceAddress: 'https://a@b.example/',
      }),
    ).toEqual([]);
  });

  it('lets evidence cite a court’s case, and nothing else about a person', () => {
    const evidence = (reference: string) => screenFreeText({ evidence: [{ reference }] });
    expect(evidence('High Court, case no. 2291/2026, judgment of 4 May 2026')).toEqual([]);
    expect(evidence('Passport A1234567')).toEqual([{ field: 'evidence.0.reference', kind: 'passport-number' }]);
    expect(screenFreeText({ summary: 'High Court, case no. 2291/2026' })).toHaveLength(1);
  });

  it('takes numbers, nothing and deep input as they come', () => {
    expect(screenFreeText({ year: 2026, note: null, a: { b: { c: [[revealingText]] } } })).toEqual([
      { field: 'a.b.c.0.0', kind: 'name-with-age' },
    ]);
  });

  it('answers at once, however the text is built', () => {
    // Of this thread: that others had the processor meanwhile counts for nothing.
    const before = process.threadCpuUsage();
    for (const piece of [
      'A',
      'Aa ',
      '1 ',
      '1',
      'a.',
      '1-',
      'case no ',
      '0 0-',
      'Amina K.',
      '((',
      'born ',
      '- ',
      '1a',
    ]) {
      const hostile = piece.repeat(10_000 / piece.length);
      for (const opening of ['', 'passport', 'case 1/', 'a 9-year-old girl', 'Amina Karo']) {
        screenFreeText({ text: `${opening}${hostile}` });
      }
    }
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(4_000);
  });
});
