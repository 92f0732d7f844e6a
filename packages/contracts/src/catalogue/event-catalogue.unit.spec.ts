import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventCatalogue, eventDefinition } from './event-catalogue.ts';
import { readEvent, readEventAs, UnreadableEvent } from './read-event.ts';

const fixtures = new URL('../../fixtures/', import.meta.url);
const fixture = (type: string, version: number) => new URL(`${type}.v${version}.json`, fixtures);
const read = (url: URL): Record<string, unknown> => JSON.parse(readFileSync(url, 'utf8'));

const definitions = Object.values(eventCatalogue).map(({ type }) => eventDefinition(type));
const released = definitions.flatMap((definition) =>
  definition ? Array.from({ length: definition.version }, (_, index) => ({ definition, version: index + 1 })) : [],
);

/**
 * The shape of each newest version as it was released. A change here changes what is in the store: give the event a new
 * version, an upcaster and a fixture, then accept the new shape with `vitest -u`.
 */
const shapes = () =>
  Object.fromEntries(
    released.map(({ definition }) => [
      `${definition.type}.v${definition.version}`,
      z.toJSONSchema(definition.data, { unrepresentable: 'any', io: 'input' }),
    ]),
  );

describe('the event catalogue', () => {
  it.each(released)('reads $definition.type version $version as it was once written', ({ definition, version }) => {
    const data = read(fixture(definition.type, version));
    const event = readEvent({ type: definition.type, data, schemaVersion: version });
    expect(event.type).toBe(definition.type);
    expect(version < definition.version || isDeepStrictEqual(event.data, data)).toBe(true);
  });

  it('keeps a fixture for every version and no other', () => {
    const expected = released.map(({ definition, version }) => `${definition.type}.v${version}.json`);
    expect(
      readdirSync(fixtures)
        .filter((name) => name.endsWith('.json') && name !== 'shapes.json')
        .sort(),
    ).toEqual(expected.sort());
    expect(released.every(({ definition, version }) => existsSync(fixture(definition.type, version)))).toBe(true);
  });

  it('has an upcaster and the shape of then for every version but the newest', () => {
    for (const { definition, version } of released) {
      const isNewest = version === definition.version;
      expect(typeof definition.upcasters[version]).toBe(isNewest ? 'undefined' : 'function');
      expect(definition.earlier[version] === undefined).toBe(isNewest);
    }
  });

  it('changes no released shape without a new version', async () => {
    await expect(`${JSON.stringify(shapes(), null, 2)}\n`).toMatchFileSnapshot('../../fixtures/shapes.json');
  });

  it('says what each event means, who owns it, and which countries it concerns', () => {
    for (const { definition, version } of released) {
      expect(definition.doc).toMatch(/^[A-Z].*\.$/);
      const { data } = readEvent({
        type: definition.type,
        data: read(fixture(definition.type, version)),
        schemaVersion: version,
      });
      const named = definition.countries(data);
      expect(named.includes('XKD') || definition.type === 'ForumInstrumentCorrected').toBe(true);
    }
  });
});

describe('reading an event', () => {
  const wording = {
    type: 'WordingNoted',
    version: 3,
    owner: 'recommendations',
    stream: 'recommendation',
    doc: 'A wording was noted.',
    data: z.object({ words: z.array(z.string()), language: z.string() }),
    countries: () => [],
    upcasters: {
      1: ({ text, ...rest }: Record<string, unknown>) => ({ ...rest, words: String(text).split(' ') }),
      2: (data: Record<string, unknown>) => ({ ...data, language: 'en' }),
    },
    earlier: { 1: z.object({ text: z.string() }), 2: z.object({ words: z.array(z.string()) }) },
  } as const;

  it('lifts old data through every version to the newest', () => {
    expect(readEventAs(wording, { text: 'fund shelters' }, 1).data).toEqual({
      words: ['fund', 'shelters'],
      language: 'en',
    });
    expect(readEventAs(wording, { words: ['fund'] }, 2).data).toEqual({ words: ['fund'], language: 'en' });
  });

  it.each([
    [
      'a version newer than this release',
      () => readEventAs(wording, { words: [] }, 4),
      /version 4 is newer.*update Demarche/,
    ],
    ['a version that is no number', () => readEventAs(wording, { words: [] }, Number.NaN), /version NaN/],
    ['data that does not fit', () => readEventAs(wording, { words: 'fund' }, 3), /WordingNoted version 3: words/],
    [
      'a type it does not know',
      () => readEvent({ type: 'Dreamt', data: {}, schemaVersion: 1 }),
      /Dreamt is not in the catalogue/,
    ],
    [
      'a type that only looks known',
      () => readEvent({ type: 'toString', data: {}, schemaVersion: 1 }),
      /toString is not/,
    ],
  ])('refuses %s', (_, reading, message) => {
    expect(reading).toThrow(UnreadableEvent);
    expect(reading).toThrow(message);
  });
});
