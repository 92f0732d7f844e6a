import type { ClientRequest } from 'node:http';

const WITHIN_MS = 5_000;

/** Tells when there is a connection. A host that does not so much as refuse would be waited for over two minutes. */
export const onceConnected = (sent: ClientRequest, tell: () => void): void => {
  const { socket } = sent;
  if (!socket?.connecting) return tell();
  const late = setTimeout(() => sent.destroy(new Error('No connection came about')), WITHIN_MS);
  for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(late));
  socket.once('connect', tell);
};
