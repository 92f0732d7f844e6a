import { randomUUID } from 'node:crypto';
import { type EventStoreServer, eventStoreInstalled, startEventStore } from '@demarche/testing';
import { afterAll, beforeAll, describe } from 'vitest';

const installed = eventStoreInstalled();

/** Specifications that need a real KurrentDB; skipped by name, with the reason, where there is none. */
export const describeWithKurrent = (name: string, specify: (server: () => EventStoreServer) => void): void => {
  const reason = installed === true ? '' : ` (skipped: ${installed})`;
  describe.skipIf(reason !== '')(`${name}${reason}`, () => {
    let server: EventStoreServer | undefined;
    beforeAll(async () => {
      server = await startEventStore();
    }, 120_000);
    afterAll(() => server?.close());
    specify(() => server as EventStoreServer);
  });
};

/** One that no other specification uses. */
export const newNamespace = (): string => `specification.${randomUUID().replaceAll('-', '')}`.slice(0, 40);
