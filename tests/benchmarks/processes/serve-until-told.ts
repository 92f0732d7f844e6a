import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on a free port, says where on its output, and ends when it is told to. */
export const serveUntilTold = (answer: RequestListener): void => {
  const server = createServer(answer).listen(0, '127.0.0.1', () => {
    const { address, port } = server.address() as AddressInfo;
    console.log(`ready at http://${address}:${port}`);
  });
  process.once('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
  });
};
