import type { AddressInfo } from 'node:net';
import { LogEngagement } from '@demarche/contracts';
import express from 'express';

/**
 * What HTTP alone costs on this stack: Express and its body parser, the same schema, and the parsed input sent back. It
 * keeps nothing, checks nobody and logs nothing.
 */
const app = express();
app.use(express.json());
app.post('/engagements', (request, response) => {
  response.status(201).json(LogEngagement.input.parse(request.body));
});
const server = app.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address() as AddressInfo;
  console.log(`ready at http://${address}:${port}`);
});
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
