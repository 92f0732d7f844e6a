// Asks a service how it is: node healthcheck.mjs http://127.0.0.1:4801/readyz
// Exits 0 where it answers 200, else 1 with one line that says why.
// Compose asks for readiness: it starts what depends on a service once this says yes, and restarts nothing when it says
// no. Where something does that (Swarm, a watcher of containers), ask for /livez: a service whose store is down needs no restart.
import { get } from 'node:http';

const PATIENCE_MS = 4_000;
const [address = ''] = process.argv.slice(2);

const fail = (reason) => {
  process.stdout.write(`${reason}\n`);
  process.exitCode = 1;
};

if (URL.canParse(address)) {
  const request = get(address, (response) => {
    const pieces = [];
    response.on('data', (piece) => pieces.push(piece));
    response.on('error', (error) => fail(`${address} broke off: ${error.message}`));
    response.on('end', () => {
      if (response.statusCode !== 200) fail(`${address} answers ${response.statusCode}: ${Buffer.concat(pieces)}`);
    });
  });
  request.on('error', (error) => fail(`${address} cannot be asked: ${error.message}`));
  const patience = setTimeout(
    () => request.destroy(new Error(`no answer within ${PATIENCE_MS / 1_000} s`)),
    PATIENCE_MS,
  );
  request.on('close', () => clearTimeout(patience));
} else fail('Say whom to ask: node healthcheck.mjs http://127.0.0.1:4801/readyz');
