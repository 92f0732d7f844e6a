import { ActionId, EngagementId } from '@demarche/contracts';
import { describe, expect, it } from 'vitest';
import { deriveReference } from './derive-reference.ts';

const commandId = '5a1c0f7e-93b4-4d0e-8f62-3b8a2c9d1e07';

describe('the reference of a record that the world gives no name', () => {
  it('names the kind and the day, and never changes between releases', () => {
    expect(deriveReference('ENG', '2026-09-09', commandId)).toBe('ENG-20260909-JARC4');
    expect(deriveReference('ACT', '2026-05-03', commandId)).toMatch(/^ACT-20260503-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('is the same for a repeated command and another for another command', () => {
    const reference = deriveReference('ENG', '2026-09-09', commandId);
    expect(deriveReference('ENG', '2026-09-09', commandId)).toBe(reference);
    expect(deriveReference('ENG', '2026-09-09', commandId.replace('5', '6'))).not.toBe(reference);
  });

  it('is always one that the contracts take', () => {
    const commands = Array.from({ length: 500 }, (_, index) => `command ${index}`);
    const refused = commands.filter(
      (command) =>
        !EngagementId.safeParse(deriveReference('ENG', '2026-09-09', command)).success ||
        !ActionId.safeParse(deriveReference('ACT', '2026-02-28', command)).success,
    );
    expect(refused).toEqual([]);
  });

  it('uses the whole alphabet', () => {
    const tails = Array.from({ length: 500 }, (_, index) =>
      deriveReference('ENG', '2026-09-09', `command ${index}`).slice(-5),
    );
    expect(new Set(tails.join('')).size).toBe(32);
  });
});
