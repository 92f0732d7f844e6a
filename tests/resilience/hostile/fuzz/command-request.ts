import type { CommandDefinition } from '@demarche/contracts';
import { demonstrationPersons } from '@demarche/service-kit';
import fc from 'fast-check';
import { inputArbitrary, type KnownReferences } from './input-arbitrary.ts';
import { nearMiss } from './near-miss.ts';
import { trickyTexts } from './tricky-text.ts';

/** A command as it is put on the wire, and what a client can know of its fate. */
export interface CommandRequest {
  readonly command: string;
  readonly kind: 'valid' | 'near miss' | 'garbage';
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly personId: string;
  /** By the contract alone; undefined where it is not the contract that decides. */
  readonly fits: boolean | undefined;
}

/** Commands of one kind in all conditions: as its contract wants them, wrong in one place, and without any sense. */
export const commandRequests = (
  definition: CommandDefinition,
  known: KnownReferences,
): fc.Arbitrary<CommandRequest> => {
  const valid = inputArbitrary(definition.input, known);
  const asRequest = (kind: CommandRequest['kind']) => (input: unknown) => framed(definition, kind, input);
  return fc.oneof(
    { weight: 4, arbitrary: valid.chain(asRequest('valid')) },
    { weight: 5, arbitrary: valid.chain(nearMiss).chain(asRequest('near miss')) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }).chain(asRequest('garbage')) },
    { weight: 1, arbitrary: valid.chain((input) => withRawBody(definition, input)) },
  );
};

const framed = (
  definition: CommandDefinition,
  kind: CommandRequest['kind'],
  input: unknown,
): fc.Arbitrary<CommandRequest> =>
  envelopes.map(({ faulty, ...envelope }) => {
    const { path, body, decoded } = onTheWire(definition, input);
    const given = JSON.parse(body) as unknown;
    const fits = isRecord(given) && definition.input.safeParse({ ...given, ...decoded }).success;
    return { command: definition.name, kind, path, body, ...envelope, fits: faulty ? undefined : fits };
  });

/** Bodies that are no JSON at all, or JSON in disguise. */
const withRawBody = (definition: CommandDefinition, input: unknown): fc.Arbitrary<CommandRequest> =>
  fc
    .tuple(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(
          '',
          '{',
          'null',
          '"text"',
          '[]',
          '{"a":1}{"b":2}',
          '{"__proto__":{"polluted":true}}',
          'NaN',
          "{'a':1}",
        ),
        fc.nat({ max: 200 }).map((cut) => JSON.stringify(input).slice(0, cut)),
      ),
      envelopes,
    )
    .map(([body, envelope]) => ({
      command: definition.name,
      kind: 'garbage',
      path: onTheWire(definition, input).path,
      body,
      headers: envelope.headers,
      personId: envelope.personId,
      fits: undefined,
    }));

/** Fields that the path names go into the path, whatever they are. */
const onTheWire = (definition: CommandDefinition, input: unknown) => {
  const named = [...definition.path.matchAll(/:(\w+)/g)].map(([, field = '']) => field);
  const fields: Readonly<Record<string, unknown>> = isRecord(input) ? input : {};
  const inPath = new Map(named.map((field) => [field, textOf(fields[field])]));
  const path = definition.path.replace(/:(\w+)/g, (_, field: string) => encoded(inPath.get(field) ?? ''));
  const body = isRecord(input)
    ? Object.fromEntries(Object.entries(input).filter(([field]) => !inPath.has(field)))
    : input;
  return { path: `/api${path}`, body: JSON.stringify(body ?? null), decoded: Object.fromEntries(inPath) };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : String(JSON.stringify(value))).slice(0, 2_000);

/** Also what no well-meaning program can encode. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll('%EF%BF%BD', '%ED%A0%80') || '%20';

interface Envelope {
  readonly headers: Readonly<Record<string, string>>;
  readonly personId: string;
  readonly faulty: boolean;
}

const ETAGS = ['W/"0"', '"3"', 'W/"-1"', 'W/"999999999999999"'];
const NO_ETAGS = ['*', 'W/"1e3"', '"0", "1"', 'yesterday', 'W/"9999999999999999"'];
const KEYS_USED_BEFORE = ['0f6c1f0e-3a57-4c57-9d1e-6a4c4d8d2b11', '00000000-0000-0000-0000-000000000000'];
const NO_KEYS = ['', 'x', 'NULL', '0F6C1F0E-3A57-4C57-9D1E-6A4C4D8D2B11', 'k'.repeat(5_000), '{"a":1}'];

const printable = trickyTexts.filter((text) => /^[\u0020-\u007e]+$/.test(text));

const envelopes: fc.Arbitrary<Envelope> = fc
  .record({
    personId: fc.constantFrom(...demonstrationPersons.map(({ id }) => id)),
    key: fc.oneof(
      { weight: 20, arbitrary: fc.uuid({ version: 4 }).map((key) => ({ key, faulty: false })) },
      { weight: 2, arbitrary: fc.constantFrom(...KEYS_USED_BEFORE).map((key) => ({ key, faulty: false })) },
      { weight: 1, arbitrary: fc.constantFrom(...NO_KEYS, ...printable).map((key) => ({ key, faulty: true })) },
    ),
    etag: fc.oneof(
      { weight: 12, arbitrary: fc.constant({ faulty: false }) },
      { weight: 1, arbitrary: fc.constantFrom(...ETAGS).map((etag) => ({ etag, faulty: false })) },
      { weight: 1, arbitrary: fc.constantFrom(...NO_ETAGS).map((etag) => ({ etag, faulty: true })) },
    ),
  })
  .map(({ personId, key, etag }) => ({
    personId,
    headers: { 'idempotency-key': key.key, ...('etag' in etag ? { 'if-match': etag.etag as string } : {}) },
    faulty: key.faulty || etag.faulty,
  }));
