import { ines } from '@demarche/testing';
import { describe, expect, it } from 'vitest';
import { trustedHeaderIdentity } from './adapters/trusted-header-identity.ts';
import { type ProofPurpose, serviceKey } from './service-key.ts';
import { trustedHeader } from './trusted-header.ts';

const [newer, older, foreign] = ['newer', 'older', 'foreign'].map((text) => new TextEncoder().encode(text)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/** A clock that is so many minutes after, or before, half a minute past twelve. */
const at = (minutes: number) => ({ now: () => new Date(Date.UTC(2026, 10, 21, 12, minutes, 30)).toISOString() });

/** One that jumps, as the time that passes. */
const passing = () => {
  let minutes = 0;
  return { now: () => at(minutes).now(), pass: (more: number) => void (minutes += more) };
};

/** What a proof that was made at twelve says to a service that believes it at this minute. */
const believedAt = (minutes: number, purpose: ProofPurpose = 'officer') =>
  serviceKey([newer], at(minutes)).believing(
    purpose,
    (said) => said,
  )(serviceKey([newer], at(0)).prove('officer', 'ines'));

describe('what one service proves to another', () => {
  it.each([0, 1, 5, -1, -5])('is believed by a clock that is %i minutes on', (minutes) => {
    expect(believedAt(minutes)).toBe('ines');
  });

  it.each([6, 60, 24 * 60, -6, -60])('is worth nothing by one that is %i minutes on', (minutes) => {
    expect(believedAt(minutes)).toBeNull();
  });

  it('does not stand in for anything else', () => {
    expect(believedAt(0, 'service')).toBeNull();
  });

  it('is not a minute that somebody else has written in front of it', () => {
    const [, ...signed] = serviceKey([newer], at(0)).prove('officer', 'ines').split('.');
    const [minute] = serviceKey([newer], at(60)).prove('officer', 'ines').split('.');
    expect(serviceKey([newer], at(60)).believing('officer', String)([minute, ...signed].join('.'))).toBeNull();
  });

  it.each(['', '.', 'officer', '29391840.officer.ines'])('was never %j', (given) => {
    expect(serviceKey([newer], at(0)).believing('officer', String)(given)).toBeNull();
  });

  it('is looked at once a minute, and no longer believed once it is over, though it was before', () => {
    const clock = passing();
    const key = serviceKey([newer], clock);
    const read: string[] = [];
    const believe = key.believing('officer', (said) => (read.push(said), said));
    const proof = key.prove('officer', 'ines');
    expect([believe(proof), believe(proof)]).toEqual(['ines', 'ines']);
    expect(read).toEqual(['ines']);
    clock.pass(5);
    expect([believe(proof), believe(proof)]).toEqual(['ines', 'ines']);
    expect(read).toEqual(['ines', 'ines']);
    clock.pass(1);
    expect(believe(proof)).toBeNull();
  });

  it('is the same for a minute, and another one after', () => {
    const clock = passing();
    const key = serviceKey([newer], clock);
    const first = key.prove('officer', 'ines');
    expect(key.prove('officer', 'ines')).toBe(first);
    clock.pass(1);
    expect(key.prove('officer', 'ines')).not.toBe(first);
  });

  it('tells of an officer for as long', async () => {
    const clock = passing();
    const key = serviceKey([newer], clock);
    const identity = trustedHeaderIdentity(key);
    const headers = trustedHeader(ines, key);
    expect(await identity.identify({ headers })).toEqual(ines);
    clock.pass(6);
    await expect(identity.identify({ headers })).rejects.toMatchObject({ code: 'gateway-not-believed' });
  });
});

describe('a key that is changed', () => {
  const believes = (keys: Parameters<typeof serviceKey>[0], proof: string): boolean =>
    serviceKey(keys, at(0)).believing('officer', String)(proof) !== null;
  const both = serviceKey([newer, older], at(0)).prove('officer', 'ines');

  it('signs by the first', () => {
    expect(both).toBe(serviceKey([newer], at(0)).prove('officer', 'ines'));
    expect(believes([older], both)).toBe(false);
  });

  it('is believed at each step of the change, when those who believe are told before the one who signs', () => {
    const steps = [
      { signs: [older], believes: [newer, older] },
      { signs: [newer, older], believes: [newer, older] },
      { signs: [newer, older], believes: [newer] },
      { signs: [newer], believes: [newer, older] },
    ] as const;
    const proofs = steps.map(({ signs }) => serviceKey(signs, at(0)).prove('officer', 'ines'));
    expect(steps.map((step, index) => believes(step.believes, proofs[index] ?? ''))).toEqual([true, true, true, true]);
  });

  it('is believed beside the one before', () => {
    const proofs = [newer, older, foreign].map((key) => serviceKey([key], at(0)).prove('officer', 'ines'));
    expect(proofs.map((proof) => believes([newer, older], proof))).toEqual([true, true, false]);
  });
});
