import { ActionId, EngagementId } from '@demarche/contracts';
import { describe, expect, it } from 'vitest';
import { deriveReference } from './derive-reference.ts';

const commandId = '5a1c0f7e-93b4-4d0e-8f62-3b8a2c9d1e07';

describe('the reference of a record that the world gives no name', () => {
  it('names the kind, and never changes between releases', () => {
    expect(deriveReference('ENG', commandId)).toBe('ENG-JARC-4PET');
    expect(deriveReference('ACT', commandId)).toMatch(/^ACT-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('is the same for a repeated command and another for another command', () => {
    const reference = deriveReference('ENG', commandId);
    expect(deriveReference('ENG', commandId)).toBe(reference);
    expect(deriveReference('ENG', commandId.replace('5', '6'))).not.toBe(reference);
  });

  it('is always one that the contracts take', () => {
    const commands = Array.from({ length: 500 }, (_, index) => `command ${index}`);
    const refused = commands.filter(
      (command) =>
        !EngagementId.safeParse(deriveReference('ENG', command)).success ||
        !ActionId.safeParse(deriveReference('ACT', command)).success,
    );
    expect(refused).toEqual([]);
  });

  it('uses the whole alphabet', () => {
    const letters = Array.from({ length: 500 }, (_, index) => deriveReference('ENG', `command ${index}`).slice(4));
    expect(new Set(letters.join('').replaceAll('-', '')).size).toBe(32);
  });
});
