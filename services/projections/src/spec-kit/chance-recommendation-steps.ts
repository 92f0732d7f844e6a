import type { GovernmentResponse } from '@demarche/contracts';
import type { Story } from '@demarche/testing';
import { COUNTRIES, dayOf, idOf, pick, referencesOf, type Step, type ToldSoFar } from './told-so-far.ts';

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

const RESPONSES: readonly GovernmentResponse[] = ['supported', 'noted', 'rejected'];
const STATUSES = ['no_evidence', 'not_started', 'initial_steps', 'partially_implemented', 'reversed'];
const asked = ({ a, b }: Step): string[] => {
  const first = WORDINGS[a % WORDINGS.length] as string;
  const second = WORDINGS[b % WORDINGS.length] as string;
  return a % 5 === 0 ? [] : [...new Set([first, second])];
};

export const publish = (story: Story, record: ToldSoFar, step: Step): void => {
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

const nextEntry = (record: ToldSoFar, reference: string, letter: string): string => {
  const key = `${reference}-${letter}`;
  const number = (record.counts.get(key) ?? 0) + 1;
  record.counts.set(key, number);
  record.entries.push({ id: `${key}${number}`, withdrawn: false });
  return `${key}${number}`;
};

export const judge = (story: Story, record: ToldSoFar, step: Step): void => {
  const reference = pick(referencesOf(record), step.a);
  if (!reference) return;
  const on = dayOf(step.day);
  if (step.b % 4 === 0)
    story.answers({ entry: nextEntry(record, reference, 'R'), on, response: pick(RESPONSES, step.b) ?? 'noted' });
  else if (step.b % 4 === 1) story.closes({ entry: nextEntry(record, reference, 'C'), on });
  else
    story.assesses({ entry: nextEntry(record, reference, 'A'), on, status: pick(STATUSES, step.b) ?? 'no_evidence' });
};

export const tag = (story: Story, record: ToldSoFar, step: Step): void => {
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

export const withdrawEntry = (story: Story, record: ToldSoFar, step: Step): void => {
  const entry = pick(
    record.entries.filter(({ withdrawn }) => !withdrawn),
    step.a,
  );
  if (!entry) return;
  entry.withdrawn = true;
  story.withdrawsEntry({ entry: entry.id, on: dayOf(step.day) });
};

export const act = (story: Story, record: ToldSoFar, step: Step): void => {
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
