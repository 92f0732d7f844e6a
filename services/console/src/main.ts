import { runService } from '@demarche/service-kit';
import { environment } from './environment.ts';
import { consoleApp } from './server/console-app.ts';
import { gatewayCheck, pagesCheck } from './server/console-checks.ts';
import { gatewayAnswer } from './server/gateway-answer.ts';
import { gatewayDoor } from './server/gateway-door.ts';
import { gatewayIdentity } from './server/gateway-identity.ts';
import { builtPages, NOT_BUILT, readPages } from './server/read-pages.ts';
import { serveConsole } from './server/serve-console.ts';

const gateway = environment.DEMARCHE_GATEWAY;

await runService({
  name: 'console',
  settings: environment,
  async make({ logger, readiness }) {
    const ask = gatewayDoor(gateway);
    if (readPages(builtPages) === null) logger.error(`${NOT_BUILT}.`);
    const pages = serveConsole({
      marking: environment.DEMARCHE_MARKING,
      demonstration: environment.DEMARCHE_DEMONSTRATION === 'yes',
      identity: gatewayIdentity(ask),
      ask: gatewayAnswer(ask),
    });
    const checks = { pages: pagesCheck(), gateway: gatewayCheck(ask) };
    const hosts = environment.DEMARCHE_HOSTS;
    return { app: consoleApp({ logger, readiness, checks, hosts, gateway, pages }), close: [] };
  },
});
