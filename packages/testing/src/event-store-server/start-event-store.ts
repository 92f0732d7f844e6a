import { spawnSync } from 'node:child_process';
import { eventStoreEnvironment } from './environment.ts';

/** A KurrentDB that specifications write to, each under a namespace of its own. */
export interface EventStoreServer {
  readonly connectionString: string;
  close(): Promise<void>;
}

/** The release that the deployed profile runs, by its image. */
const IMAGE = 'eventstore/eventstore:23.10.2-bookworm-slim';
const PORT = 2113;
const SETTINGS = {
  EVENTSTORE_INSECURE: 'true',
  EVENTSTORE_CLUSTER_SIZE: '1',
  EVENTSTORE_NODE_IP: '0.0.0.0',
  EVENTSTORE_RUN_PROJECTIONS: 'None',
  EVENTSTORE_TELEMETRY_OPTOUT: 'true',
};

/** As the health check of docker-compose.yml. */
const LEADS = /"state": *"leader"/;

const dockerRuns = (): boolean => spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0;

/** True where a KurrentDB can be had; else the reason to print with what is skipped. */
export const eventStoreInstalled = (): true | string =>
  eventStoreEnvironment().url !== undefined ||
  dockerRuns() ||
  'EVENTSTORE_URL names no KurrentDB, and Docker does not run here';

/** The server that `EVENTSTORE_URL` names, or one in a container of its own. */
export const startEventStore = async (): Promise<EventStoreServer> => {
  const { url } = eventStoreEnvironment();
  if (url !== undefined) return { connectionString: url, close: async () => {} };
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(IMAGE)
    .withEnvironment(SETTINGS)
    .withExposedPorts(PORT)
    // It lives before it takes anything: it does so as the leader, be it of one.
    .withWaitStrategy(Wait.forHttp('/info', PORT).forResponsePredicate((info) => LEADS.test(info)))
    .start();
  return {
    connectionString: `esdb://${container.getHost()}:${container.getMappedPort(PORT)}?tls=false`,
    close: async () => void (await container.stop()),
  };
};
