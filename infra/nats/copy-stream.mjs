// Makes, on the NATS server of a far site, the copy of the centre's stream that the site reads from. Once is enough; the server
// keeps it up by itself, however often the line between them is down.
//
//   node infra/nats/copy-stream.mjs nats://127.0.0.1:4222
import { connect } from 'nats';

const NAME = 'DEMARCHE';
const [servers = 'nats://127.0.0.1:4222'] = process.argv.slice(2);

const connection = await connect({ servers, name: 'copy-stream' });
const manager = await connection.jetstreamManager();
// In the centre's domain (nats.conf), by the line that leaf.conf makes.
const mirror = { name: NAME, external: { api: '$JS.centre.API' } };
const { state } = await manager.streams.add({
  name: NAME,
  mirror,
  storage: 'file',
  deny_delete: true,
  deny_purge: true,
});
process.stdout.write(`${servers} copies ${NAME}, and holds ${state.messages} messages of it so far\n`);
await connection.close();
