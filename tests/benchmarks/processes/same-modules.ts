/** Everything that the standalone process is made of, loaded and left alone. */
import '@demarche/commitments';
import '@demarche/console';
import '@demarche/engagements';
import '@demarche/event-store/sqlite';
import '@demarche/gateway';
import '@demarche/messaging/in-process';
import '@demarche/projections';
import '@demarche/recommendations';
import '@demarche/report-parser';
import '@demarche/service-kit';
import '@demarche/telemetry';

console.log('ready at http://nowhere');
const forever = setInterval(() => {}, 60_000);
process.once('SIGTERM', () => clearInterval(forever));
