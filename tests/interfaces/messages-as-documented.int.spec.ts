import { readFileSync } from 'node:fs';
import { categoryOf, type RecordedEvent } from '@demarche/contracts';
import { headersOf, messageOf } from '@demarche/messaging';
import { aStory } from '@demarche/testing';
import { generateScenario } from '@demarche/testing/scenario';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';

const document = JSON.parse(readFileSync(new URL('../../services/cli/asyncapi.json', import.meta.url), 'utf8'));
const ajv = formats.default(new Ajv({ strict: false, allErrors: true })).addSchema(document, 'document');

const misfitsOf = (pointer: string, value: unknown): readonly string[] => {
  const fits = ajv.getSchema(`document#${pointer}`) ?? ajv.compile({ $ref: `document#${pointer}` });
  return fits(value) ? [] : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

/** What a subscriber finds that this document has not told: which message it is, its headers, its body, its subject. */
const surprisesIn = (event: RecordedEvent, previousPosition: number): readonly string[] => {
  const name = `${event.type}.v${event.metadata.schemaVersion}`;
  if (!document.components.messages[name]) return [`${name} is not documented`];
  const message = messageOf(event, previousPosition);
  return [
    ...misfitsOf('/components/schemas/MessageHeaders', headersOf(message)),
    ...misfitsOf(`/components/messages/${name}/payload`, JSON.parse(message.body)),
    ...surpriseOfSubject(message.subject, event),
  ].map((surprise) => `${name} ${surprise}`);
};

const surpriseOfSubject = (subject: string, event: RecordedEvent): readonly string[] => {
  const { address, parameters } = document.channels.events;
  const country = subject.split('.').at(-1) ?? '';
  const told = { category: categoryOf(event.stream), eventType: event.type, country };
  const isTold =
    subject === Object.entries(told).reduce((text, [name, value]) => text.replace(`{${name}}`, value), address) &&
    parameters.category.enum.includes(told.category) &&
    (/^[A-Z]{3}$/.test(country) || parameters.country.examples.includes(country));
  return isTold ? [] : [`goes to ${subject}, which is not documented`];
};

describe('messages of a generated history', () => {
  const history = [
    ...generateScenario({
      seed: 7,
      countries: 4,
      fromYear: 2019,
      toYear: 2026,
      today: '2026-09-09' as never,
      density: 2,
    }),
  ];

  test('are as documented, every one', () => {
    const surprises = history.flatMap((event, index) => surprisesIn(event, history[index - 1]?.position ?? 0));
    expect([surprises.slice(0, 5), history.length > 1_000]).toEqual([[], true]);
  });

  test('hold nearly all that can be recorded', () => {
    const told = new Set(history.map(({ type }) => type));
    const untold = document.channels.events.parameters.eventType.enum.filter((type: string) => !told.has(type));
    expect(untold).toEqual([]);
  });
});

describe('examples', () => {
  test.each(Object.keys(document.components.messages))('of %s are as documented', (name) => {
    const [example] = document.components.messages[name].examples;
    expect(misfitsOf(`/components/messages/${name}/payload`, example.payload)).toEqual([]);
    expect(misfitsOf('/components/schemas/MessageHeaders', example.headers)).toEqual([]);
  });
});

describe('what this spec finds', () => {
  const [told] = aStory().publishes({ country: 'XKD', year: 2026 }).events() as readonly [RecordedEvent];
  const { country: _country, ...withoutCountry } = told.data as { readonly country: string };

  test('nothing in a message as it should be', () => {
    expect(surprisesIn(told, 0)).toEqual([]);
  });

  test.each([
    ['a type that is not documented', { ...told, type: 'TreatySigned' }, /TreatySigned\.v1 is not documented/],
    ['data that lacks a field', { ...told, data: withoutCountry }, /must have required property 'country'/],
    [
      'an envelope that lacks an attribute',
      { ...told, metadata: { ...told.metadata, actor: undefined } },
      /must have required property 'actor'/,
    ],
    ['a position that is none', { ...told, position: -1 }, /Demarche-Position must match pattern/],
    ['an id that is no UUID', { ...told, eventId: '7' }, /Nats-Msg-Id must match format/],
    ['a kind of record that is not documented', { ...told, stream: 'treaty-7' }, /goes to demarche\.treaty/],
  ])('%s', (_, event, surprise) => {
    expect(surprisesIn(event as RecordedEvent, 0).join('; ')).toMatch(surprise);
  });
});
