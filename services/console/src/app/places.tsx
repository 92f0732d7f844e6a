import type { ComponentType, JSX } from 'preact';
import { matchPath } from '../address/match-path.ts';
import { CommitmentPage } from '../pages/commitment/commitment.page.tsx';
import { CommitmentsPage } from '../pages/commitments/commitments.page.tsx';
import { CountriesPage } from '../pages/countries/countries.page.tsx';
import { CountryPage } from '../pages/country/country.page.tsx';
import { EngagementPage } from '../pages/engagement/engagement.page.tsx';
import { EngagementsPage } from '../pages/engagements/engagements.page.tsx';
import { ForumsPage } from '../pages/forums/forums.page.tsx';
import { InstrumentPage } from '../pages/instrument/instrument.page.tsx';
import { NotFoundPage } from '../pages/not-found/not-found.page.tsx';
import { RecommendationPage } from '../pages/recommendation/recommendation.page.tsx';
import { RecommendationsPage } from '../pages/recommendations/recommendations.page.tsx';
import { ReportPage } from '../pages/report/report.page.tsx';
import { SearchPage } from '../pages/search/search.page.tsx';
import { lazily } from './lazily.tsx';

// Reading comes with the first load; a form comes when it is opened.
const LogMeeting = lazily(async () => (await import('../pages/log-meeting/log-meeting.page.tsx')).LogMeetingPage);
const Import = lazily(async () => (await import('../pages/import/import.page.tsx')).ImportPage);
const forms = () => import('./recording-pages.ts');
const RecordAction = lazily(async () => (await forms()).RecordActionPage);
const CorrectAction = lazily<Action>(async () => (await forms()).CorrectActionPage);
const WithdrawAction = lazily<Action>(async () => (await forms()).WithdrawActionPage);
const Assess = lazily<About>(async () => (await forms()).AssessPage);
const Respond = lazily<About>(async () => (await forms()).RespondPage);
const NotePace = lazily<About>(async () => (await forms()).NotePacePage);
const Tag = lazily<About>(async () => (await forms()).TagPage);
const Close = lazily<About>(async () => (await forms()).ClosePage);
const WithdrawEntry = lazily<About & { entryId: string }>(async () => (await forms()).WithdrawEntryPage);
const CorrectEngagement = lazily<Id>(async () => (await forms()).CorrectEngagementPage);
const WithdrawEngagement = lazily<Id>(async () => (await forms()).WithdrawEngagementPage);
const FollowUp = lazily<Id>(async () => (await forms()).FollowUpPage);
const ReviewDelivery = lazily<Id>(async () => (await forms()).ReviewDeliveryPage);
const EndCommitment = lazily<Id & { end: 'fulfil' | 'lapse' | 'withdraw' }>(
  async () => (await forms()).EndCommitmentPage,
);
const RecordInstrument = lazily(async () => (await forms()).RecordInstrumentPage);
const CorrectReport = lazily<Id>(async () => (await forms()).CorrectReportPage);

interface Id {
  readonly id: string;
}
interface About {
  readonly reference: string;
}
interface Action extends About {
  readonly actionId: string;
}

const place = <Props extends object>(pattern: string, Shown: ComponentType<Props>, more: object = {}) =>
  [pattern, (found: Record<string, string>) => <Shown {...(found as unknown as Props)} {...more} />] as const;

/** Every address that a person can open, the particular before the general. */
const PLACES: ReadonlyArray<readonly [string, (found: Record<string, string>) => JSX.Element]> = [
  place('/', CountriesPage),
  place('/countries', CountriesPage),
  place('/countries/:country', CountryPage),
  place('/reports/:id', ReportPage),
  place('/country-reports/:id', ReportPage),
  place('/reports/:id/correct', CorrectReport),
  place('/recommendations', RecommendationsPage),
  place('/recommendations/:reference', RecommendationPage),
  place('/recommendations/:reference/assess', Assess),
  place('/recommendations/:reference/respond', Respond),
  place('/recommendations/:reference/pace', NotePace),
  place('/recommendations/:reference/tag', Tag),
  place('/recommendations/:reference/close', Close),
  place('/recommendations/:reference/withdraw/:entryId', WithdrawEntry),
  place('/recommendations/:reference/actions/:actionId', CorrectAction),
  place('/recommendations/:reference/actions/:actionId/withdraw', WithdrawAction),
  place('/actions/new', RecordAction),
  place('/engagements', EngagementsPage),
  place('/engagements/new', LogMeeting),
  place('/engagements/:id', EngagementPage),
  place('/engagements/:id/correct', CorrectEngagement),
  place('/engagements/:id/withdraw', WithdrawEngagement),
  place('/engagements/:id/follow-up', FollowUp),
  place('/promises', CommitmentsPage),
  place('/commitments/:id', CommitmentPage),
  place('/commitments/:id/review', ReviewDelivery),
  place('/commitments/:id/fulfil', EndCommitment, { end: 'fulfil' }),
  place('/commitments/:id/lapse', EndCommitment, { end: 'lapse' }),
  place('/commitments/:id/withdraw', EndCommitment, { end: 'withdraw' }),
  place('/forums', ForumsPage),
  place('/forums/new', RecordInstrument),
  place('/forums/:id', InstrumentPage),
  place('/forum-instruments/:id', InstrumentPage),
  place('/import', Import),
  place('/search', SearchPage),
];

/** What cannot be a reference has no page, and need not be asked for. */
const isReference = (value: string): boolean => /^[\w.-]+$/.test(value);

export const pageAt = (path: string): JSX.Element => {
  for (const [pattern, show] of PLACES) {
    const found = matchPath(pattern, path);
    // One page a path: what one page held never shows through on the next.
    if (found && !Object.values(found).every(isReference)) break;
    if (found) return <div key={path}>{show(found)}</div>;
  }
  return <NotFoundPage />;
};
