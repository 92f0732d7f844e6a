import type { GovernmentResponse, RecordedEvent } from '@demarche/contracts';
import { aStory, type Story } from '@demarche/testing';
import fc from 'fast-check';

/** Four requests, each in three wordings of which two are similar and one stands alone. */
const WORDINGS = [
  'Prosecute officials who are complicit in trafficking crimes.',
  'Vigorously prosecute officials who are complicit in trafficking crimes.',
  'Fund shelters outside the capital for women and men.',
  'Fund more shelters outside the capital for women, men and children.',
  'Screen fishing crews at ports for indicators of forced labour.',
  'Screen foreign fishing crews at all ports for indicators of forced labour.',
  'Enact a law that forbids charging recruitment fees to workers.',
  'Train judges.',
];

const COUNTRIES = ['XKD', 'XLS'];
const RESPONSES: readonly GovernmentResponse[] = ['supported', 'noted', 'rejected'];
const STATUSES = ['no_evidence', 'not_started', 'initial_steps', 'partially_implemented', 'reversed'];
const LETTERS = '23456789ABCDEFGH';

/** One thing that happens: which kind, and numbers out of which everything about it is chosen. */
const step = fc.record({ kind: fc.nat(99), a: fc.nat(1000), b: fc.nat(1000), day: fc.nat(1600) });
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What a story has told so far, so that it goes on with what is on record. */
interface Record {
  readonly reports: Map<string, { readonly on: string; references: string[] }>;
  readonly engagements: Map<
    string,
    { countries: string[]; on: string; withdrawn: boolean; raised: Set<string>; promises: number; followUps: number }
  >;
  readonly promises: { id: string; country: string; engagement: string; on: string; ended: boolean }[];
  readonly followUps: { id: string; engagement: string; done: boolean }[];
  readonly actions: Map<string, { country: string; withdrawn: boolean }>;
  readonly entries: { id: string; withdrawn: boolean }[];
  readonly counts: Map<string, number>;
}

const dayOf = (number: number): string =>
  new Date(Date.UTC(2019, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

const pick = <Item>(items: readonly Item[], number: number): Item | undefined =>
  items[number % Math.max(1, items.length)];

const idOf = (prefix: string, number: number): string =>
  `${prefix}-${[...String(number).padStart(8, '0')]
    .map((digit) => LETTERS[Number(digit)])
    .join('')
    .replace(/^(.{4})/, '$1-')}`;

const asked = ({ a, b }: Step): string[] => {
  const first = WORDINGS[a % WORDINGS.length] as string;
  const second = WORDINGS[b % WORDINGS.length] as string;
  return a % 5 === 0 ? [] : [...new Set([first, second])];
};

const publish = (story: Story, record: Record, step: Step): void => {
  const country = COUNTRIES[step.a % 2] as string;
  const year = 2019 + (step.b % 5);
  const id = `${country}-${year}`;
  const asks = asked(step);
  const on = dayOf(step.day);
  const tier = step.b % 2 === 0 ? 'tier-2' : 'tier-3';
  const before = record.reports.get(id);
  const told = { country, year, on, asks, tier } as const;
  if (before) story.correctsReport(told);
  else story.publishes(told);
  const references = asks.map((_, index) => `${id}-0${index + 1}`);
  record.reports.set(id, { on, references: [...new Set([...(before?.references ?? []), ...references])] });
};

const referencesOf = (record: Record): string[] => [...record.reports.values()].flatMap(({ references }) => references);

const nextEntry = (record: Record, reference: string, letter: string): string => {
  const key = `${reference}-${letter}`;
  const number = (record.counts.get(key) ?? 0) + 1;
  record.counts.set(key, number);
  record.entries.push({ id: `${key}${number}`, withdrawn: false });
  return `${key}${number}`;
};

const judge = (story: Story, record: Record, step: Step): void => {
  const reference = pick(referencesOf(record), step.a);
  if (!reference) return;
  const on = dayOf(step.day);
  if (step.b % 4 === 0)
    story.answers({ entry: nextEntry(record, reference, 'R'), on, response: pick(RESPONSES, step.b) ?? 'noted' });
  else if (step.b % 4 === 1) story.closes({ entry: nextEntry(record, reference, 'C'), on });
  else
    story.assesses({ entry: nextEntry(record, reference, 'A'), on, status: pick(STATUSES, step.b) ?? 'no_evidence' });
};

const tag = (story: Story, record: Record, step: Step): void => {
  const reference = pick(referencesOf(record), step.a);
  if (!reference) return;
  if (step.b % 2 === 0)
    story.tags({
      reference,
      on: dayOf(step.day),
      pillars: step.b % 4 === 0 ? ['prosecution'] : ['prevention', 'protection'],
    });
  else story.notesPace({ reference, on: dayOf(step.day), pace: 'delayed' });
};

const withdrawEntry = (story: Story, record: Record, step: Step): void => {
  const entry = pick(
    record.entries.filter(({ withdrawn }) => !withdrawn),
    step.a,
  );
  if (!entry) return;
  entry.withdrawn = true;
  story.withdrawsEntry({ entry: entry.id, on: dayOf(step.day) });
};

const act = (story: Story, record: Record, step: Step): void => {
  const reference = pick(referencesOf(record), step.a);
  const known = pick(
    [...record.actions].filter(([, { withdrawn, country }]) => !withdrawn && reference?.startsWith(country)),
    step.b,
  );
  if (!reference) return;
  const country = reference.slice(0, 3);
  if (known && step.b % 3 === 0) {
    known[1].withdrawn = true;
    story.withdrawsAction({ action: known[0], country, on: dayOf(step.day) });
    return;
  }
  const other =
    pick(
      referencesOf(record).filter((each) => each.startsWith(country)),
      step.b,
    ) ?? reference;
  const serves = [...new Set([reference, other])];
  if (known && step.b % 3 === 1) {
    story.correctsAction({ action: known[0], on: dayOf(step.day), serves });
    return;
  }
  const action = idOf('ACT', record.actions.size);
  record.actions.set(action, { country, withdrawn: false });
  story.acts({ action, on: dayOf(step.day), serves });
};

const meet = (story: Story, record: Record, step: Step): void => {
  const engagement = idOf('ENG', record.engagements.size);
  const countries = step.a % 3 === 0 ? COUNTRIES : [COUNTRIES[step.a % 2] as string];
  const on = dayOf(step.day);
  record.engagements.set(engagement, { countries, on, withdrawn: false, raised: new Set(), promises: 0, followUps: 0 });
  story.engages({ engagement, on, countries, pillars: step.b % 2 === 0 ? ['protection'] : [] });
};

const standing = (record: Record, step: Step) =>
  pick(
    [...record.engagements].filter(([, { withdrawn }]) => !withdrawn),
    step.a,
  );

const raise = (story: Story, record: Record, step: Step): void => {
  const found = standing(record, step);
  if (!found) return;
  const [engagement, meeting] = found;
  const reference = pick(
    referencesOf(record).filter((each) => meeting.countries.includes(each.slice(0, 3)) && !meeting.raised.has(each)),
    step.b,
  );
  if (!reference) return;
  meeting.raised.add(reference);
  story.raises({ engagement, on: meeting.on, reference });
};

const promise = (story: Story, record: Record, step: Step): void => {
  const found = standing(record, step);
  if (!found) return;
  const [engagement, meeting] = found;
  const country = pick(meeting.countries, step.b) ?? 'XKD';
  meeting.promises += 1;
  const id = `${engagement}-P${meeting.promises}`;
  const reference = pick(
    referencesOf(record).filter((each) => each.startsWith(country)),
    step.b,
  );
  record.promises.push({ id, country, engagement, on: meeting.on, ended: false });
  const due = step.b % 3 === 0 ? {} : { due: dayOf(step.day + (step.b % 200)) };
  story.promises({ promise: id, on: meeting.on, country, serves: reference ? [reference] : [], ...due });
};

const follow = (story: Story, record: Record, step: Step): void => {
  const open = record.promises.filter(
    ({ ended, engagement }) => !ended && !record.engagements.get(engagement)?.withdrawn,
  );
  const found = pick(open, step.a);
  if (!found) return;
  const life = { commitment: found.id, on: dayOf(step.day), countries: [found.country] };
  const ways = [
    () => story.reviews({ ...life, delivery: step.b % 2 === 0 ? 'limited' : 'complete' }),
    () => story.fulfils(life),
    () => story.lapses(life),
    () => story.takesBack(life),
  ];
  const way = step.b % ways.length;
  if (way > 0) found.ended = true;
  ways[way]?.();
};

const takeOn = (story: Story, record: Record, step: Step): void => {
  const open = pick(
    record.followUps.filter(({ done, engagement }) => !done && !record.engagements.get(engagement)?.withdrawn),
    step.b,
  );
  const found = standing(record, step);
  if (open && step.b % 2 === 0) {
    open.done = true;
    const countries = record.engagements.get(open.engagement)?.countries ?? [];
    story.completes({ followUp: open.id, on: dayOf(step.day), countries });
  } else if (found) {
    const [engagement, meeting] = found;
    meeting.followUps += 1;
    const followUp = `${engagement}-F${meeting.followUps}`;
    record.followUps.push({ id: followUp, engagement, done: false });
    story.assigns({ followUp, on: meeting.on, countries: meeting.countries, due: dayOf(step.day + 30) });
  }
};

const amend = (story: Story, record: Record, step: Step): void => {
  const found = standing(record, step);
  if (!found) return;
  const [engagement, meeting] = found;
  if (step.b % 3 === 0) {
    meeting.withdrawn = true;
    story.withdrawsEngagement({ engagement, countries: meeting.countries, on: dayOf(step.day) });
    return;
  }
  meeting.on = dayOf(step.day);
  meeting.countries = [...new Set([...meeting.countries, ...(step.b % 2 === 0 ? COUNTRIES : [])])];
  story.correctsEngagement({ engagement, on: meeting.on, countries: meeting.countries });
};

const adopt = (story: Story, record: Record, step: Step): void => {
  const symbol = `A/RES/${step.a % 3}`;
  const count = record.counts.get(symbol) ?? 0;
  record.counts.set(symbol, count + 1);
  const reference = pick(referencesOf(record), step.b);
  const serves = reference ? { serves: [reference] } : {};
  if (count > 0) story.correctsInstrument({ symbol, on: dayOf(step.day) });
  else
    story.adopts({
      symbol,
      on: dayOf(step.day),
      commits: [{ wording: 'Adopt a plan.', countries: COUNTRIES, due: dayOf(step.b), ...serves }],
    });
};

/** The kinds of steps; the more often named, the likelier. */
const STEPS = [
  publish,
  publish,
  publish,
  judge,
  judge,
  judge,
  tag,
  withdrawEntry,
  act,
  act,
  meet,
  meet,
  raise,
  raise,
  promise,
  promise,
  follow,
  follow,
  takeOn,
  amend,
  adopt,
];

/** What every history begins with, so that the steps after it find something to go on with: reports out of order, meetings, promises. */
const OPENING: readonly Step[] = [
  { kind: STEPS.indexOf(publish), a: 2, b: 3, day: 1300 },
  { kind: STEPS.indexOf(publish), a: 2, b: 1, day: 700 },
  { kind: STEPS.indexOf(publish), a: 3, b: 2, day: 900 },
  { kind: STEPS.indexOf(meet), a: 3, b: 0, day: 800 },
  { kind: STEPS.indexOf(meet), a: 2, b: 1, day: 1100 },
  { kind: STEPS.indexOf(raise), a: 0, b: 0, day: 0 },
  { kind: STEPS.indexOf(promise), a: 0, b: 1, day: 900 },
];

const tellSteps = (steps: readonly Step[]): readonly RecordedEvent[] => {
  const story = aStory();
  const record: Record = {
    reports: new Map(),
    engagements: new Map(),
    promises: [],
    followUps: [],
    actions: new Map(),
    entries: [],
    counts: new Map(),
  };
  for (const step of OPENING) STEPS[step.kind]?.(story, record, step);
  for (const [index, step] of steps.entries()) {
    story.recordedOn(dayOf(1700 + index));
    STEPS[step.kind % STEPS.length]?.(story, record, step);
  }
  return story.events();
};

/** Histories as they may come about: late entries, corrections, withdrawals, reports in any order. All happened by 2023, and were recorded after. */
export const chanceStory: fc.Arbitrary<readonly RecordedEvent[]> = fc
  .array(step, { minLength: 20, maxLength: 90, size: 'max' })
  .map(tellSteps);

export const TODAY = '2024-06-15';

/** A day within the histories. */
export const chanceDay: fc.Arbitrary<string> = fc.integer({ min: 200, max: 1900 }).map(dayOf);
