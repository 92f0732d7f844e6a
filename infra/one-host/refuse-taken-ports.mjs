// Tries each port before anything is started: node refuse-taken-ports.mjs 4800 4801 4802
// Exits 1 with one line where one of them belongs to somebody else, who would else be taken for Demarche.
import { createServer } from 'node:net';

const isTaken = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)));
  });

const taken = [];
for (const port of process.argv.slice(2).map(Number)) if (await isTaken(port)) taken.push(port);
if (taken.length > 0) {
  process.stderr.write(
    `Another program listens on 127.0.0.1 at ${taken.join(', ')}: end it, or name another first port: infra/one-host/start.sh data/deployed 4900\n`,
  );
  process.exitCode = 1;
}
