import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { StoreAddress } from '@demarche/event-store/open';
import { askServer } from './ask-server.ts';

/** As whom a new server is set up. */
const auth = 'admin:changeit';
const EVENTS = 'application/vnd.eventstore.events+json';

/** Makes a user who may read everything, as an operator would, and no administrator. */
export const makeUser = async (port: number, caFile: string): Promise<Pick<StoreAddress, 'user' | 'password'>> => {
  const [user, password] = ['demarche', 'records-of-kaldara'];
  const post = async (path: string, posted: object, type?: string) => {
    const answer = await askServer({ port, caFile, auth, path, posted, ...(type ? { type } : {}) });
    if (answer?.status !== 201) throw new Error(`KurrentDB does not take what is posted to ${path}: ${answer?.said}`);
  };
  await untilAdmitted(port, caFile);
  await post('/users/', { loginName: user, fullName: 'Demarche', groups: [], password });
  const readers = { $acl: { $r: ['$admins', user] } };
  await post('/streams/$all/metadata', [{ eventId: randomUUID(), eventType: '$metadata', data: readers }], EVENTS);
  return { user, password };
};

/** A new server makes its first users only once it leads. */
const untilAdmitted = async (port: number, caFile: string): Promise<void> => {
  while ((await askServer({ port, caFile, auth, path: '/users/admin' }))?.status !== 200) await setTimeout(100);
};
