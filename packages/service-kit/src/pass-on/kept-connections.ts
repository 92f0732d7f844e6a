import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { serverLimits } from '../http-server.ts';

/** Let go before the other service does, which would lose whatever is being sent at that moment. */
const kept = { keepAlive: true, timeout: serverLimits.idleMs - 5_000 };

export interface KeptConnections {
  /** One connection for each live stream, however many there are. */
  to(address: string): Agent;
  /** Closes those over which nothing is being sent. */
  letGo(address: string): void;
}

/** Connections that are used again, by where they lead. */
export const keptConnections = (): KeptConnections => {
  const agents = new Map<string, Agent>();
  const make = (address: string): Agent => {
    const agent = address.startsWith('https:') ? new SecureAgent(kept) : new Agent(kept);
    agents.set(address, agent);
    return agent;
  };
  return {
    to: (address) => agents.get(address) ?? make(address),
    letGo(address) {
      const idle = Object.values(agents.get(address)?.freeSockets ?? {});
      for (const socket of idle.flatMap((sockets = []) => sockets)) socket.destroy();
    },
  };
};
