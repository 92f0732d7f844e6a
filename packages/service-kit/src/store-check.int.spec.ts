import { StoreUnavailable } from '@demarche/event-store';
import { describe, expect, test } from 'vitest';
import { storeCheck } from './store-check.ts';

const durability = { kind: 'a store of the specs' };
const never = () => new Promise<never>(() => undefined);

describe('the readiness of a record', () => {
  test('given it can be read and written, then it says how far it has come', async () => {
    const check = storeCheck({ durability, head: async () => 42, trouble: async () => null });
    expect(await check()).toEqual({ status: 'pass', head: 42, ...durability });
  });

  test('given it cannot, then it says why', async () => {
    const full = new StoreUnavailable('The disk is full', { trouble: 'full' });
    const check = storeCheck({ durability, head: async () => 42, trouble: async () => full });
    expect(await check()).toEqual({ status: 'fail', trouble: 'The disk is full', head: 42, ...durability });
  });

  test('given it is frozen, then that is the answer, and it is not waited for', async () => {
    const check = storeCheck({ durability, head: never, trouble: never });
    expect(await check()).toEqual({
      status: 'fail',
      trouble: expect.stringMatching(/^The record does not answer\. Look whether .* runs/),
      head: null,
      ...durability,
    });
  });
});
