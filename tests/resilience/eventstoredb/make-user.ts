import type { StoreAddress } from '@demarche/event-store/open';
import { EventStoreDBClient } from '@eventstore/db-client';
import { askServer } from './ask-server.ts';

/** As whom a new server is set up. */
const ADMIN = 'admin:changeit';

/** Makes a user who may read everything, as an operator would, and no administrator. */
export const makeUser = async (port: number, caFile: string): Promise<Pick<StoreAddress, 'user' | 'password'>> => {
  const [user, password] = ['demarche', 'records-of-kaldara'];
  const body = { loginName: user, fullName: 'Demarche', groups: [], password };
  await askServer({ port, caFile, path: '/users/', auth: ADMIN, body });
  const options = `tls=true&tlsCAFile=${encodeURIComponent(caFile)}`;
  const client = EventStoreDBClient.connectionString(`esdb://${ADMIN}@127.0.0.1:${port}?${options}`);
  await client.setStreamMetadata('$all', { acl: { readRoles: ['$admins', user] } });
  await client.dispose();
  return { user, password };
};
