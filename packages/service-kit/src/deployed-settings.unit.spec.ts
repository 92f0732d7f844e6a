import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { busAddressIn, busCredentials, busSettings } from './bus-settings.ts';
import { readEnvironment } from './environment.ts';
import { serviceAddress, serviceAddresses } from './service-address.ts';
import { storeAddressIn, storeCredentials, storeSettings } from './store-settings.ts';

const store = z.object(storeSettings).refine(...storeCredentials);
const bus = z.object(busSettings).refine(...busCredentials);
/** Any file that can be read. */
const thisFile = import.meta.filename;
const faultsIn = (schema: z.ZodObject, variables: Record<string, string>): string => {
  const reading = readEnvironment(schema, variables);
  return reading.outcome === 'faulty' ? reading.faults.join('\n') : '';
};

describe('where the store is', () => {
  it.each([
    ['/var/lib/demarche/events.sqlite'],
    ['esdb://kurrentdb:2113?tls=false'],
    ['esdb+discover://kurrentdb.example:2113'],
  ])('may be %s, whatever blanks are around it', (address) => {
    for (const DEMARCHE_STORE of [address, ` ${address} \n`]) {
      expect(storeAddressIn(store.parse({ DEMARCHE_STORE }))).toMatchObject({ address });
    }
  });

  it.each([
    ['"esdb://kurrentdb:2113?tls=false"'],
    ['esdb://kurrentdb:2113?tls=false"'],
    ["'/var/lib/demarche/events.sqlite'"],
    ['/var/lib/demarche/events.sqlite”'],
    ['kurrentdb:2113'],
    ['kurrentdb:2113?tls=false'],
    ['esdb:/kurrentdb:2113'],
    ['esdb://'],
    ['/esdb://kurrentdb:2113'],
    ['kurrentdb://kurrentdb:2113'],
    ['postgres://host/events'],
    ['events.sqlite'],
    ['data/events.sqlite'],
    [':memory:'],
    [' '],
  ])('is not %s, which would be a file that nobody looks after', (DEMARCHE_STORE) => {
    expect(faultsIn(store, { DEMARCHE_STORE })).toMatch(
      /^DEMARCHE_STORE must be the whole path of a SQLite file .* or the address of a KurrentDB such as esdb:\S+, and no quotes around it$/,
    );
  });

  it.each([
    ['esdb://admin:changeit@kurrentdb:2113', /give them as DEMARCHE_STORE_USER and DEMARCHE_STORE_PASSWORD/],
    ['none', /must not be none, which is for the projections of a far site/],
  ])('is not %s', (DEMARCHE_STORE, fault) => {
    const faults = faultsIn(store, { DEMARCHE_STORE });
    expect(faults).toMatch(fault);
    expect(faults).not.toMatch(/changeit/);
  });

  it('is said with who may go in, and with whose certificates are believed', () => {
    const settings = store.parse({
      DEMARCHE_STORE: 'esdb://kurrentdb:2113',
      DEMARCHE_STORE_USER: 'demarche',
      DEMARCHE_STORE_PASSWORD: 'open sesame',
      DEMARCHE_STORE_CA: thisFile,
    });
    expect(storeAddressIn(settings)).toEqual({
      address: 'esdb://kurrentdb:2113',
      user: 'demarche',
      password: 'open sesame',
      caFile: thisFile,
    });
  });
});

describe('where the bus is', () => {
  it('may be one server or several', () => {
    const servers = (DEMARCHE_BUS: string) => busAddressIn(bus.parse({ DEMARCHE_BUS })).servers;
    expect(servers('nats://127.0.0.1:4222')).toEqual(['nats://127.0.0.1:4222']);
    expect(servers('tls://a:4222, tls://b:4222')).toEqual(['tls://a:4222', 'tls://b:4222']);
  });

  it.each([
    ['', /DEMARCHE_BUS is not set: must be the address of a NATS server/],
    ['http://127.0.0.1:4222', /DEMARCHE_BUS must be the address of a NATS server/],
    ['nats://a:4222,', /DEMARCHE_BUS must be the address of a NATS server/],
    ['nats://demarche:changeit@a:4222', /^DEMARCHE_BUS .* give them as DEMARCHE_BUS_USER and DEMARCHE_BUS_PASSWORD$/],
  ])('is not "%s"', (DEMARCHE_BUS, fault) => {
    const faults = faultsIn(bus, { DEMARCHE_BUS });
    expect(faults).toMatch(fault);
    expect(faults).not.toMatch(/changeit/);
  });
});

describe('what belongs to an address', () => {
  it('is told of beside everything else that is wrong', () => {
    expect(
      faultsIn(store, { DEMARCHE_STORE_USER: 'demarche', DEMARCHE_STORE_CA: '/nowhere/ca.pem' }).split('\n'),
    ).toEqual([
      expect.stringMatching(/^DEMARCHE_STORE is not set: must be the whole path/),
      'DEMARCHE_STORE_CA must be the path of a PEM file that is there and that this account may read',
      'DEMARCHE_STORE_PASSWORD is not set: must be set together with DEMARCHE_STORE_USER: both of them, or neither',
    ]);
    expect(faultsIn(bus, { DEMARCHE_BUS: 'nats://a:b@c:4222', DEMARCHE_BUS_PASSWORD: 'changeit' }).split('\n')).toEqual(
      [
        expect.stringMatching(/^DEMARCHE_BUS must hold no user/),
        'DEMARCHE_BUS_PASSWORD must be set together with DEMARCHE_BUS_USER: both of them, or neither',
      ],
    );
  });
});

describe('where other services are', () => {
  it('is kept without a slash at its end', () => {
    expect(serviceAddress('http://a:1').parse('http://a:1/')).toBe('http://a:1');
    expect(serviceAddresses('http://a:1').parse('http://a:1/, http://b:2')).toEqual(['http://a:1', 'http://b:2']);
  });

  it.each(['a:1', 'ftp://a', '/queries', 'http://a:1,'])('is not %s', (DEMARCHE_PROJECTIONS) => {
    const several = z.object({ DEMARCHE_PROJECTIONS: serviceAddresses('http://a:1') });
    expect(faultsIn(several, { DEMARCHE_PROJECTIONS })).toBe(
      'DEMARCHE_PROJECTIONS must be addresses such as http://a:1, separated by commas',
    );
  });

  it.each(['a:1', 'ftp://a', '/queries'])('is not %s, where it is one', (DEMARCHE_GATEWAY) => {
    const one = z.object({ DEMARCHE_GATEWAY: serviceAddress('http://a:1') });
    expect(faultsIn(one, { DEMARCHE_GATEWAY })).toBe('DEMARCHE_GATEWAY must be an address such as http://a:1');
  });
});
