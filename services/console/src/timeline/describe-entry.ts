import {
  channels,
  closureReasons,
  commitmentStates,
  deliveryForms,
  deliveryStatuses,
  governmentResponses,
  implementationStatuses,
  receptions,
} from '@demarche/contracts/vocabularies';
import type { CountryReport, TimelineEntry } from '../graphql/answers.ts';
import { tierName } from '../marks/tier-course.ts';
import { counted, dayInWords, listInWords, recordedLater, shortDay } from '../words/days.ts';
import { sectionInWords } from '../words/section-in-words.ts';
import { unended } from '../words/unended.ts';

/** What an entry looks like; a promise and an action never look alike. */
type Tone = 'ask' | 'answer' | 'promise' | 'overdue' | 'action' | 'judgement' | 'publication' | 'end';

export interface DescribedEntry {
  /** `MEETING`, `PROMISE`: what kind of thing it is. */
  readonly label: string;
  /** Said beside the label, in small. */
  readonly notes: readonly string[];
  readonly text: string;
  /** A second line: what was said, why it was judged so. */
  readonly more: string | null;
  readonly tone: Tone;
  /** The page of the record, where it has one of its own. */
  readonly to: string | null;
}

type Kind = TimelineEntry['kind'];
type EntryOf<K extends Kind> = Extract<TimelineEntry, { kind: K }>;
type Described = Omit<DescribedEntry, 'notes'> & { readonly notes: ReadonlyArray<string | null> };

/** `XKD-2026-04` reads `4`, or `4 of 2025` where the reader would take it for this year's. */
export const numberOf = (reference: string, year: number | null): string => {
  const [, reportYear, ordinal] = reference.split('-');
  return Number(reportYear) === year ? String(Number(ordinal)) : `${Number(ordinal)} of ${reportYear}`;
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const who = ({ counterparts }: EntryOf<'engagement'>): string =>
  listInWords(counterparts.map(({ name, title, body }) => [title ?? name, body].filter(Boolean).join(', ')));

const raisedIn = ({ raised }: EntryOf<'engagement'>, year: number | null): string =>
  raised.length === 0
    ? ''
    : ` Raised: ${raised.map(({ reference, reception }) => `${numberOf(reference, year)} (${lower(receptions[reception])})`).join(', ')}.`;

const engagementLabel = ({ channel, deliveryForm }: EntryOf<'engagement'>): string =>
  deliveryForm === 'oral' ? channels[channel] : deliveryForms[deliveryForm];

interface Reading {
  /** The day on which the page is read. */
  readonly day: string;
  /** The report year whose recommendations are called by their number alone. */
  readonly year: number | null;
}

const lineageInWords = ({ same, reworded, new: young }: EntryOf<'report-published'>['lineage']): string =>
  [
    [same, 'repeated'],
    [reworded, 'reworded'],
    [young, 'new'],
  ]
    .filter(([count]) => Number(count) > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');

/** The report of the entry, asked along with it: the entry alone does not say whether its list is whole. */
type Published = EntryOf<'report-published'> & { readonly report?: Pick<CountryReport, 'section'> | null };

const readOf = ({ report, recommendationCount }: Published): string =>
  sectionInWords(report?.section ?? 'complete', recommendationCount) ?? counted(recommendationCount, 'recommendation');

const listInWordsOf = (entry: Published): string => {
  const lineage = entry.recommendationCount > 0 ? lineageInWords(entry.lineage) : '';
  return lineage ? `${readOf(entry)}: ${lineage}` : readOf(entry);
};

const forTarget = (recommendations: readonly string[], year: number | null): string =>
  recommendations.length === 0 ? '' : ` → ${recommendations.map((reference) => numberOf(reference, year)).join(', ')}`;

const describers: { readonly [K in Kind]: (entry: EntryOf<K>, reading: Reading) => Described } = {
  'report-published': (entry) => ({
    label: `${entry.reportYear} report published`,
    notes: [entry.occurredOnBasis === 'statutory' ? 'statutory date; release date not given' : null],
    text: `${entry.tier ? tierName(entry.tier.value) : 'No tier stated'} · ${listInWordsOf(entry)}`,
    more: null,
    tone: 'publication',
    to: null,
  }),
  engagement: (entry, { year }) => ({
    label: engagementLabel(entry),
    notes: [entry.deliveryForm === 'oral' ? 'oral' : null, entry.post],
    text: `${who(entry)}.${raisedIn(entry, year)}`,
    more: entry.summary,
    tone: 'ask',
    to: `/engagements/${entry.engagementId}`,
  }),
  response: (entry, { year }) => ({
    label: 'Response',
    notes: [entry.respondent],
    text: `${numberOf(entry.reference, year)}: ${lower(governmentResponses[entry.response])}`,
    more: entry.comment,
    tone: 'answer',
    to: null,
  }),
  promise: (entry, { day, year }) => ({
    label: 'Promise',
    notes: [
      entry.state === 'open' ? null : lower(commitmentStates[entry.state]),
      entry.dueOn ? `due ${shortDay(entry.dueOn, day)}` : 'no due date',
      entry.overdue ? 'overdue' : null,
    ],
    text: `${unended(entry.wording)}${forTarget(entry.recommendations, year)}`,
    more: listInWords([entry.madeBy, entry.responsibleBody].filter((name) => name !== null)) || null,
    tone: 'promise',
    to: `/commitments/${entry.commitmentId}`,
  }),
  'promise-overdue': (entry) => ({
    label: 'Promise overdue',
    notes: [`by ${counted(entry.daysOverdue, 'day')}`],
    text: `${unended(entry.wording)}, by ${dayInWords(entry.dueOn)}${entry.responsibleBody ? `, ${entry.responsibleBody}` : ''}`,
    more: null,
    tone: 'overdue',
    to: `/commitments/${entry.commitmentId}`,
  }),
  'concrete-action': (entry, { year }) => ({
    label: 'Concrete action',
    notes: [entry.responsibleBody, entry.evidence.length === 0 ? 'no evidence given' : null],
    text: `${unended(entry.description)}${forTarget(entry.recommendations, year)}`,
    more: null,
    tone: 'action',
    to: null,
  }),
  assessment: (entry, { year }) => ({
    label: 'Assessment',
    notes: [`period from 1 Apr ${entry.reportingPeriod}`, entry.signedOff ? 'signed off' : 'not signed off'],
    text: `${numberOf(entry.reference, year)}: ${lower(implementationStatuses[entry.previousStatus])} → ${lower(implementationStatuses[entry.status])}`,
    more: entry.rationale,
    tone: 'judgement',
    to: null,
  }),
  closure: (entry, { year }) => ({
    label: 'Closed',
    notes: [],
    text: `${numberOf(entry.reference, year)}: ${lower(closureReasons[entry.reason].replace('Closed: ', ''))}`,
    more: entry.explanation,
    tone: 'end',
    to: null,
  }),
  'delivery-review': (entry) => ({
    label: 'Delivery reviewed',
    notes: [lower(deliveryStatuses[entry.delivery])],
    text: entry.wording,
    more: entry.rationale,
    tone: 'judgement',
    to: `/commitments/${entry.commitmentId}`,
  }),
  'commitment-ended': (entry) => ({
    label: `${entry.commitmentKind === 'promise' ? 'Promise' : 'Commitment'} ${lower(commitmentStates[entry.state])}`,
    notes: [],
    text: entry.wording,
    more: entry.explanation,
    tone: 'end',
    to: `/commitments/${entry.commitmentId}`,
  }),
  'forum-commitment': (entry, { day }) => ({
    label: 'Forum commitment',
    notes: [entry.documentSymbol, entry.paragraph, entry.dueOn ? `due ${shortDay(entry.dueOn, day)}` : null],
    text: entry.wording,
    more: null,
    tone: 'promise',
    to: `/commitments/${entry.commitmentId}`,
  }),
};

/** What an entry says, whatever its kind; what came in late or was corrected says so. */
export const describeEntry = (entry: TimelineEntry, reading: Reading): DescribedEntry => {
  const described = (describers[entry.kind] as (entry: TimelineEntry, reading: Reading) => Described)(entry, reading);
  const late = recordedLater(entry.occurredOn, entry.recordedAt);
  const corrected = entry.correctedAt ? `corrected ${shortDay(entry.correctedAt, reading.day)}` : null;
  const notes = [...described.notes, entry.kind === 'promise-overdue' ? null : late, corrected];
  return { ...described, notes: notes.filter((note) => note !== null) };
};
