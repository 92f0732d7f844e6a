import type { IsoDate, RecordedEvent } from '@demarche/contracts';
import { headersOf, messageOf } from '@demarche/messaging';
import { aStory } from '@demarche/testing';
import { generateScenario } from '@demarche/testing/scenario';
import { describe, expect, test } from 'vitest';
import { eventTypes, messages, misfitsOfMessage } from './async-api-document.ts';

const misfitsIn = (event: RecordedEvent, previousPosition: number): readonly string[] => {
  const message = messageOf(event, previousPosition);
  return misfitsOfMessage({
    subject: message.subject,
    headers: headersOf(message),
    payload: JSON.parse(message.body),
  });
};

describe('messages of a generated history', () => {
  const history = [
    ...generateScenario({
      seed: 7,
      countries: 4,
      fromYear: 2019,
      toYear: 2026,
      today: '2026-09-09' as IsoDate,
      density: 2,
    }),
  ];

  test('are as documented, every one', () => {
    const misfits = history.flatMap((event, index) => misfitsIn(event, history[index - 1]?.position ?? 0));
    expect([misfits.slice(0, 5), history.length > 1_000]).toEqual([[], true]);
  });

  test('hold everything that can be recorded', () => {
    const told = new Set(history.map(({ type }) => type));
    expect(eventTypes.filter((type) => !told.has(type))).toEqual([]);
  });
});

test.each(Object.entries(messages))('the example of %s is as documented', (name, { examples: [example] }) => {
  const payload = example?.payload as Readonly<Record<string, string>>;
  const category = payload['source']?.split('/').at(-1);
  const subject = `demarche.${category}.${name.split('.')[0]}.XKD`;
  expect(misfitsOfMessage({ subject, headers: example?.headers ?? {}, payload })).toEqual([]);
});

describe('what this spec finds', () => {
  const [told] = aStory().publishes({ country: 'XKD', year: 2026 }).events() as readonly [RecordedEvent];
  const { country: _country, ...withoutCountry } = told.data as { readonly country: string };

  test('nothing in a message as it should be', () => {
    expect(misfitsIn(told, 0)).toEqual([]);
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
  ])('%s', (_, event, misfit) => {
    expect(misfitsIn(event as RecordedEvent, 0).join('; ')).toMatch(misfit);
  });
});
