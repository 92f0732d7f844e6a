import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveEventId } from './derive-event-id.ts';

const uuid = fc.uuid();

test('an event id is a UUID of version 8 that begins as the command id', () => {
  fc.assert(
    fc.property(uuid, fc.nat(500), (commandId, index) => {
      const id = deriveEventId(commandId, index);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(id.slice(0, 13)).toBe(commandId.slice(0, 13));
    }),
  );
});

test('the same command and index make the same id, others make others', () => {
  const keys = ['0192f0c1-7a2b-7c3d-8e4f-000000000001', '0192f0c1-7a2b-7c3d-8e4f-000000000002'];
  const ids = keys.flatMap((key) => Array.from({ length: 500 }, (_, index) => deriveEventId(key, index)));
  expect(new Set(ids)).toHaveLength(1_000);
  expect(deriveEventId(keys[0] ?? '', 3)).toBe(ids[3]);
});
