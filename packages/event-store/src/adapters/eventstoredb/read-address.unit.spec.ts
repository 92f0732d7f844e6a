import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { StoreRefused } from '../../store-refused.ts';
import { readAddress } from './read-address.ts';
import { storedStreams } from './stored-streams.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an address of KurrentDB', () => {
  test.each([
    ['esdb://127.0.0.1:2113?tls=false', { shown: 'esdb://127.0.0.1:2113', encrypted: false, single: true }],
    ['esdb://writer:secret@events.example', { shown: 'esdb://events.example', encrypted: true, single: true }],
    ['esdb://writer:secret@a:2113,b:2113/?nodePreference=leader', { shown: 'esdb://a:2113,b:2113', single: false }],
    ['esdb+discover://cluster.example?tls=false', { shown: 'esdb+discover://cluster.example', single: false }],
  ])('%s', (connectionString, expected) => {
    expect(readAddress({ connectionString })).toMatchObject(expected);
  });

  test('credentials in it are taken out of it', () => {
    const read = readAddress({ connectionString: 'esdb://writer:p%40ss@events.example:2113' });
    expect(read.credentials).toEqual({ username: 'writer', password: 'p@ss' });
    expect(JSON.stringify([read.connectionString, read.shown])).not.toContain('p%40ss');
  });

  test('credentials beside it count more', () => {
    const credentials = { username: 'writer', password: 'secret' };
    expect(readAddress({ connectionString: 'esdb://a:b@host', credentials }).credentials).toEqual(credentials);
  });

  test('the authority of the certificate is passed on', () => {
    const caFile = join(folder, 'authority.pem');
    writeFileSync(caFile, '');
    expect(readAddress({ connectionString: 'esdb://writer:secret@host', caFile }).connectionString).toBe(
      `esdb://host?connectionName=demarche&tlsCAFile=${encodeURIComponent(caFile)}`,
    );
  });

  test.each([
    ['no address', 'somewhere', /must be like "esdb:\/\/host:2113"/],
    ['another scheme', 'http://host:2113', /must be like/],
    ['no host', 'esdb://', /must be like/],
    ['a port that is none', 'esdb://host:port', /must be like/],
    ['an empty host among several', 'esdb://a,,b', /must be like/],
    ['an IPv6 address', 'esdb://[::1]:2113', /must be like/],
    ['a path', 'esdb://host/path', /must be like/],
    ['an option that the client would ignore', 'esdb://host?tsl=false', /has an option "tsl", which is none of/],
    ['an option with no such value', 'esdb://a:b@host?tls=maybe', /cannot be used: .*expected true or false/],
    [
      'TLS and nobody who writes',
      'esdb://host',
      /^KurrentDB with TLS asks who writes: give .* in DEMARCHE_STORE_USER and DEMARCHE_STORE_PASSWORD, or put/,
    ],
    ['TLS with a certificate of ours in place of a user', 'esdb://host?userCertFile=a.pem', /an option "userCertFile"/],
    ['no such file', 'esdb://host?tlsCAFile=/no/such/file.pem', /There is no file \/no\/such\/file\.pem/],
  ])('%s is refused in a sentence', (_, connectionString, said) => {
    expect(() => readAddress({ connectionString })).toThrow(StoreRefused);
    expect(() => readAddress({ connectionString })).toThrow(said);
  });

  test.each(['esdb://writer:secret@host:port', 'esdb://writer:secret@host?tls=maybe', 'writer:secret@host'])(
    'what is said of %s does not tell the password',
    (connectionString) => {
      expect(() => readAddress({ connectionString })).toThrow(/^(?!.*secret)/);
    },
  );
});

describe('a namespace', () => {
  test.each(['', 'two words', 'with-hyphen', 'a:b', '$system', 'x'.repeat(41)])('"%s" is refused', (namespace) => {
    expect(() => storedStreams(namespace)).toThrow(StoreRefused);
  });

  test('stands before every name, and none means that there is nothing before it', () => {
    const stream = 'engagement-1' as Parameters<ReturnType<typeof storedStreams>['nameOf']>[0];
    expect(storedStreams('norvia').nameOf(stream)).toBe('norvia:engagement-1');
    expect(storedStreams().nameOf(stream)).toBe('engagement-1');
    expect(storedStreams('norvia').streamOf('norvia:engagement-1')).toBe(stream);
    expect(storedStreams('norvia').streamOf('engagement-1')).toBeUndefined();
    expect(storedStreams().streamOf('norvia:engagement-1')).toBeUndefined();
  });

  test('a stream of no known category is a fault of the caller: whoever reads everything would not see it', () => {
    const stream = 'dream-1' as Parameters<ReturnType<typeof storedStreams>['nameOf']>[0];
    expect(() => storedStreams().nameOf(stream)).toThrow(/category "dream"/);
  });
});
