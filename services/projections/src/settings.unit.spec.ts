import { readEnvironment } from '@demarche/service-kit';
import { describe, expect, it } from 'vitest';
import { settings } from './settings.ts';

const DEMARCHE_VIEWS = '/var/lib/demarche/views.sqlite';
const DEMARCHE_OFFICER_KEY = 'a secret of the specs, long enough to be one';
const DEMARCHE_BUS = 'nats://127.0.0.1:4222';
const faultsOf = (variables: Readonly<Record<string, string>>): readonly string[] => {
  const reading = readEnvironment(settings, { DEMARCHE_VIEWS, DEMARCHE_OFFICER_KEY, ...variables });
  return reading.outcome === 'faulty' ? reading.faults : [];
};

describe('where events come from', () => {
  it.each([
    ['the bus, with the store behind it', { DEMARCHE_STORE: '/srv/events.sqlite', DEMARCHE_BUS }],
    ['the store alone', { DEMARCHE_STORE: '/srv/events.sqlite', DEMARCHE_FEED: 'store' }],
    ['the bus alone, at a far site', { DEMARCHE_STORE: 'none', DEMARCHE_BUS }],
  ])('may be %s', (_, variables) => {
    expect(faultsOf(variables)).toEqual([]);
  });

  it('is said outright, for a store that was forgotten is not one that is not there', () => {
    expect(faultsOf({ DEMARCHE_BUS }).join('\n')).toContain('DEMARCHE_STORE is not set');
  });

  it('is something', () => {
    expect(faultsOf({ DEMARCHE_STORE: 'none', DEMARCHE_FEED: 'store' })).toEqual([
      'DEMARCHE_FEED must be bus where DEMARCHE_STORE is none: there is no store to follow',
    ]);
    expect(faultsOf({ DEMARCHE_STORE: 'none' }).join('\n')).toContain('DEMARCHE_BUS is not set');
  });

  it('is asked for beside everything else that is missing', () => {
    const faults = faultsOf({ DEMARCHE_VIEWS: '', DEMARCHE_OFFICER_KEY: '', DEMARCHE_STORE_USER: 'demarche' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'DEMARCHE_STORE is not set',
      'DEMARCHE_VIEWS is not set',
      'DEMARCHE_OFFICER_KEY is not set',
      'DEMARCHE_BUS is not set',
      'DEMARCHE_STORE_PASSWORD is not set',
    ]);
  });
});

describe('where views are kept', () => {
  const faultsFor = (given: string) => faultsOf({ DEMARCHE_STORE: 'none', DEMARCHE_BUS, DEMARCHE_VIEWS: given });

  it('may have blanks around it', () => {
    expect(faultsFor(` ${DEMARCHE_VIEWS} `)).toEqual([]);
  });

  it.each(['views.sqlite', `"${DEMARCHE_VIEWS}"`, `${DEMARCHE_VIEWS}"`, 'file://views.sqlite', ':memory:'])(
    'is not %s',
    (given) => {
      expect(faultsFor(given)).toEqual([expect.stringMatching(/^DEMARCHE_VIEWS must be the whole path of a file .*/)]);
    },
  );
});
