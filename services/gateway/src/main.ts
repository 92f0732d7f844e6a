import { inProcessSignals, systemTiming } from '@demarche/messaging/in-process';
import { connectNats, natsSignals } from '@demarche/messaging/nats';
import {
  busAddressIn,
  busCheck,
  demonstrationIdentity,
  httpCommands,
  loggedBus,
  runService,
  serviceKey,
} from '@demarche/service-kit';
import { httpQueries } from './adapters/http-queries.ts';
import { gatewayApp } from './app.ts';
import { announceOnce } from './changes/announce-once.ts';
import { environment } from './environment.ts';
import { observeReplicas } from './health/observe-replicas.ts';
import { replicasCheck, writeServiceCheck } from './health/upstream-checks.ts';
import { narrativeReader } from './import-preview/narrative-reader.ts';
import { gatewayModule } from './module.ts';

const key = serviceKey(environment.DEMARCHE_OFFICER_KEY, { now: () => new Date().toISOString() });
const replicas = environment.DEMARCHE_PROJECTIONS;
const services = {
  recommendations: environment.DEMARCHE_RECOMMENDATIONS,
  engagements: environment.DEMARCHE_ENGAGEMENTS,
  commitments: environment.DEMARCHE_COMMITMENTS,
};
const addresses = {
  recommendations: `${services.recommendations}/api`,
  engagements: `${services.engagements}/api`,
  commitments: `${services.commitments}/api`,
};

await runService({
  name: 'gateway',
  settings: environment,
  async make({ logger, readiness }) {
    const bus = loggedBus(logger, (onTrouble) =>
      connectNats({ ...busAddressIn(environment), name: 'gateway', onTrouble }),
    );
    const queries = httpQueries({ addresses: replicas, key, timing: systemTiming });
    const signals = inProcessSignals();
    const stopListening = announceOnce({
      from: natsSignals(bus),
      to: signals,
      timing: systemTiming,
      onAnnounced: queries.announced,
    });
    const identity = demonstrationIdentity(environment.DEMARCHE_IDENTITY_KEY, {
      https: environment.DEMARCHE_HTTPS === 'yes',
    });
    const commands = httpCommands({ addresses, key });
    const graph = gatewayModule({ queries, commands, signals, identity, logger });
    const reader = narrativeReader();
    const projections = replicasCheck(replicas, key);
    const checks = {
      projections,
      recommendations: writeServiceCheck(services.recommendations, key),
      engagements: writeServiceCheck(services.engagements, key),
      commitments: writeServiceCheck(services.commitments, key),
      bus: busCheck(bus),
    };
    const hosts = environment.DEMARCHE_HOSTS;
    return {
      app: gatewayApp({
        logger,
        readiness,
        checks,
        hosts,
        identity,
        graph,
        queries,
        reader,
        services,
        replicas,
        key,
      }),
      hangUp: graph.close,
      close: [stopListening, observeReplicas(projections), reader.close, bus.close],
    };
  },
});
