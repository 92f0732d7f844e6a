import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readEnvironment } from './environment.ts';
import { hostsSettings } from './hosts-settings.ts';

const loopback = ['127.0.0.1', 'localhost', '[::1]', '::1'];
const read = (DEMARCHE_HOSTS?: string) =>
  readEnvironment(z.object(hostsSettings), DEMARCHE_HOSTS === undefined ? {} : { DEMARCHE_HOSTS });

describe('the names under which people open Demarche', () => {
  it.each([
    [undefined, []],
    ['demarche.example', ['demarche.example']],
    ['Demarche.Example, 10.0.0.5,,[fd00::1]', ['demarche.example', '10.0.0.5', '[fd00::1]']],
  ])('given %s, are these beside the machine’s own', (given, names) => {
    expect(read(given)).toEqual({ outcome: 'read', environment: { DEMARCHE_HOSTS: [...loopback, ...names] } });
  });

  it.each(['https://demarche.example', 'demarche.example:4800', '*'])('are not %s', (given) => {
    expect(read(given)).toEqual({
      outcome: 'faulty',
      faults: [expect.stringMatching(/^DEMARCHE_HOSTS must be names without a scheme or a port/)],
    });
  });
});
