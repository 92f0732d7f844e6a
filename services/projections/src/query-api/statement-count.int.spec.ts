import { aStory } from '@demarche/testing';
import { describe, expect, it } from 'vitest';
import { createViewReader } from '../facts/view-reader.ts';
import { type AskedQuestion, everyQuestion } from '../spec-kit/every-question.ts';
import { viewing } from '../spec-kit/viewing.ts';
import { answerers } from './answerers.ts';
import { parkedRecords } from './parked-records.ts';

const COUNTRIES = ['XKD', 'XLS', 'XNB', 'XOR', 'XPH'];

/** Everything there is, in so many countries. */
const storyOf = (countries: readonly string[]) => {
  const story = aStory().recordedOn('2026-07-01');
  for (const [index, country] of countries.entries()) {
    const engagement = `ENG-AAAA-AAA${index}`;
    story
      .publishes({ country, year: 2025, asks: ['Prosecute officials.', 'Fund shelters.'] })
      .publishes({ country, year: 2026, asks: ['Prosecute officials.', 'Train judges.'] })
      .engages({ engagement, on: '2026-06-01', countries: [country] })
      .raises({ engagement, on: '2026-06-01', reference: `${country}-2025-01` })
      .promises({
        promise: `${engagement}-P1`,
        on: '2026-06-01',
        country,
        due: '2026-06-10',
        serves: [`${country}-2025-01`],
      })
      .assigns({ followUp: `${engagement}-F1`, on: '2026-06-01', countries: [country] })
      .acts({ action: `ACT-AAAA-AAA${index}`, on: '2026-06-02', serves: [`${country}-2025-01`] })
      .assesses({ entry: `${country}-2025-01-A1`, on: '2026-06-03', status: 'initial_steps' });
  }
  return story;
};

/** How many statements each question costs, asked of everything that a story holds. */
const statements = (
  countries: readonly string[],
  newest: boolean,
): readonly (readonly [query: string, count: number])[] => {
  const events = storyOf(countries).events();
  const { file } = viewing(events, '2026-11-21');
  const costOf = ({ query, question }: AskedQuestion): readonly [string, number] =>
    file.read((engine) => {
      let count = 0;
      const prepare: typeof engine.prepare = (sql) => {
        count += 1;
        return engine.prepare(sql);
      };
      const point = { validTime: '2026-11-21', systemPosition: file.checkpoint(), newest, asKnownNow: newest };
      const reader = createViewReader({ prepare, point, parked: parkedRecords(engine) });
      (answerers[query] as (reader: unknown, question: unknown) => unknown)(reader, question);
      return [query, count];
    });
  return everyQuestion(events).map(costOf);
};

describe('the number of statements', () => {
  it.each([true, false])('does not grow with what is asked for (plain columns: %s)', (newest) => {
    const ofOne = statements(['XKD'], newest);
    expect(statements(COUNTRIES, newest)).toEqual(ofOne);
    expect(Math.max(...ofOne.map(([, count]) => count))).toBeLessThan(20);
  });
});
