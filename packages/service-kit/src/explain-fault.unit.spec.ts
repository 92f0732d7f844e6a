import {
  AssessImplementation,
  type CommandDefinition,
  commandCatalogue,
  LogEngagement,
  PublishCountryReport,
  RecordConcreteAction,
  ReviewDelivery,
} from '@demarche/contracts';
import { describe, expect, it } from 'vitest';
import { parseInput } from './parse-input.ts';
import { malformed } from './problem.ts';

/** What whoever sent this is told, field by field. */
const told = ({ input }: CommandDefinition, given: unknown): Readonly<Record<string, string>> => {
  const { error } = parseInput(input, given);
  const { errors = [] } = error ? malformed(error, 'visit-42').problem : {};
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
};
const definitionOf = (definition: unknown) => definition as CommandDefinition;

describe('a faulty field', () => {
  it('that is missing says what to give', () => {
    expect(told(definitionOf(AssessImplementation), {})).toEqual({
      reference: 'is missing: give text like KEN-2024-03',
      reportingPeriod: 'is missing: give a whole number',
      occurredOn: 'is missing: give a day that exists, such as 2026-03-31',
      status:
        'is missing: give one of no_evidence, not_started, initial_steps, partially_implemented, implemented, reversed',
      rationale: 'is missing: give text',
      basis: 'is missing: give its fields, as a JSON object',
    });
  });

  it('that holds something else says what belongs there', () => {
    expect(
      told(definitionOf(LogEngagement), {
        kind: 'party',
        occurredOn: '2026-02-30',
        countries: 'XKD',
        post: 7,
        theirParticipants: [],
        summary: ' ',
        marking: 'secret',
      }),
    ).toMatchObject({
      kind: 'must be one of bilateral, multilateral',
      occurredOn: 'must be a day that exists, such as 2026-03-31',
      countries: 'must be a list',
      post: 'must be text',
      theirParticipants: 'must name at least one counterpart',
      summary: 'must not be empty',
    });
    expect(told(definitionOf(ReviewDelivery), { commitmentId: 'C4' })['commitmentId']).toBe(
      'must be text like ENG-7F3K-2Q9X-P1, or text like UNGA-A-RES-72-1-C04',
    );
    expect(told(definitionOf(AssessImplementation), { basis: { kind: 'a hunch' } })['basis.kind']).toBe(
      'must be one of concrete_actions, no_action_finding',
    );
  });

  it('that is too long or too large says how much is taken', () => {
    const references = Array.from({ length: 31 }, () => 'XKD-2026-01');
    expect(told(definitionOf(RecordConcreteAction), { recommendations: references })['recommendations']).toBe(
      'must hold at most 30 entries',
    );
    expect(told(definitionOf(PublishCountryReport), { reportYear: 1999 })['reportYear']).toBe('must be at least 2001');
    expect(told(definitionOf(PublishCountryReport), { reportYear: 2024.5 })['reportYear']).toBe(
      'must be a whole number',
    );
  });

  it('that nobody knows is named itself', () => {
    expect(told(definitionOf(RecordConcreteAction), { occuredOn: '2026-03-31', by: 'me' })).toMatchObject({
      occuredOn: 'is not known here: leave it out',
      by: 'is not known here: leave it out',
    });
    expect(told(definitionOf(RecordConcreteAction), 'a meeting')).toEqual({
      '(request)': 'must be its fields, as a JSON object',
    });
  });

  it('is told of in no words of the library, whatever the command and whatever stands in it', () => {
    const junk: readonly unknown[] = [undefined, null, 7, ' ', 'x'.repeat(20_000), [{}], [7], { other: [] }];
    const messages = Object.values(commandCatalogue).flatMap((definition) =>
      junk.flatMap((value) => {
        const fields = Object.keys(definition.input.shape).map((field) => [field, value]);
        return Object.values(told(definition, Object.fromEntries(fields)));
      }),
    );

    expect(messages.length).toBeGreaterThan(500);
    expect(messages.filter((message) => !/^(is missing: give |is not known here|must )/.test(message))).toEqual([]);
  });
});
