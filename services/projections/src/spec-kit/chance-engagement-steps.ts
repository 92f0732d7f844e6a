import type { Story } from '@demarche/testing';
import { COUNTRIES, dayOf, idOf, pick, referencesOf, type Step, standing, type ToldSoFar } from './told-so-far.ts';

export const meet = (story: Story, record: ToldSoFar, step: Step): void => {
  const engagement = idOf('ENG', record.engagements.size);
  const countries = step.a % 3 === 0 ? COUNTRIES : [COUNTRIES[step.a % 2] as string];
  const on = dayOf(step.day);
  record.engagements.set(engagement, { countries, on, withdrawn: false, raised: new Set(), promises: 0, followUps: 0 });
  story.engages({ engagement, on, countries, pillars: step.b % 2 === 0 ? ['protection'] : [] });
};

export const raise = (story: Story, record: ToldSoFar, step: Step): void => {
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

export const promise = (story: Story, record: ToldSoFar, step: Step): void => {
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

export const follow = (story: Story, record: ToldSoFar, step: Step): void => {
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

export const takeOn = (story: Story, record: ToldSoFar, step: Step): void => {
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

export const amend = (story: Story, record: ToldSoFar, step: Step): void => {
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

export const adopt = (story: Story, record: ToldSoFar, step: Step): void => {
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
