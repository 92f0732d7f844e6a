import { type CountryReportPublished, type ReportId, referenceOf, reportIdOf, streamName } from '@demarche/contracts';
import { type Day, dateOf, dayOf, releaseDay } from './calendar.ts';
import type { CountryHistory, Issued, Request } from './country-history.ts';
import { duringOffice, laterBy } from './office-hours.ts';
import { placementIn } from './tier-course.ts';

export interface Publication {
  readonly reportId: ReportId;
  readonly recordedAt: number;
  readonly issued: readonly Issued[];
}

/** The report of one year is brought in; now and then with the statutory day, corrected later, or with a text that differs. */
export const publishReport = (
  history: CountryHistory,
  requests: readonly Request[],
  { reportYear, index, heldSince }: { readonly reportYear: number; readonly index: number; readonly heldSince: Day },
): Publication => {
  const { profile, random, ledger, leads } = history;
  const reportId = reportIdOf(profile.code, reportYear);
  const stream = streamName('countryReport', reportId);
  const released = releaseDay(reportYear);
  const publishedBy = random.pick(leads);
  const special = profile.tiers[index] === 'special-case';
  const statutory = !special && reportYear !== 2025 && random.chance(0.05);
  const issuedOn = statutory ? dayOf(`${reportYear}-06-30`) : released;
  const recordedAt = duringOffice(random, Math.max(issuedOn + random.integer(0, 2), heldSince));
  const content: Omit<
    CountryReportPublished['data'],
    'occurredOn' | 'occurredOnBasis' | 'source' | 'amendments' | 'publishedBy'
  > = {
    reportId,
    country: profile.code,
    countryName: profile.name,
    reportYear,
    tier: placementIn(profile.tiers, index, profile.name),
    section: special ? 'absent' : 'complete',
    recommendations: requests.map((request, place) => ({
      reference: referenceOf(reportId, place + 1),
      ordinal: place + 1,
      text: textOf(request),
      pillars: [request.topic.pillar],
    })),
  };
  ledger.enter({
    at: recordedAt,
    stream,
    officer: publishedBy,
    events: [
      {
        type: 'CountryReportPublished',
        data: {
          ...content,
          occurredOn: dateOf(issuedOn),
          occurredOnBasis: statutory ? 'statutory' : 'stated',
          source: { address: null, fileName: `${profile.code}-${reportYear}.txt`, sha256: null },
          amendments: [],
          publishedBy,
        },
      },
    ],
  });
  if (statutory) correctReleaseDay(history, content, laterBy(random, recordedAt, random.integer(2, 20)), released);
  return {
    reportId,
    recordedAt,
    issued: requests.map((request, place) => issuedAs(request, referenceOf(reportId, place + 1), recordedAt)),
  };
};

export const textOf = ({ topic, wording }: Request): string => topic.wordings[wording] as string;

const issuedAs = (request: Request, reference: Issued['reference'], lastAt: number): Issued => ({
  reference,
  request,
  responses: 0,
  assessments: 0,
  lastAt,
  closed: false,
});

const correctReleaseDay = (
  { profile, ledger, leads, random }: CountryHistory,
  content: Pick<
    CountryReportPublished['data'],
    'reportId' | 'country' | 'reportYear' | 'tier' | 'section' | 'recommendations'
  >,
  at: number,
  released: Day,
): void => {
  const { reportId, country, reportYear, tier, section, recommendations } = content;
  const correctedBy = random.pick(leads);
  ledger.enter({
    at,
    stream: streamName('countryReport', reportId),
    officer: correctedBy,
    events: [
      {
        type: 'CountryReportCorrected',
        data: {
          reportId,
          country,
          reportYear,
          occurredOn: dateOf(released),
          occurredOnBasis: 'stated',
          tier,
          section,
          recommendations,
          reason: `The report on ${profile.name} came out on ${dateOf(released)}; the statutory day had been assumed.`,
          correctedBy,
        },
      },
    ],
  });
};
