import type { BackOff } from '../../back-off.ts';
import type { Timing } from '../../timing.ts';

export interface NatsOptions {
  /** `nats://host:4222`, or `tls://host:4222` for TLS only. Whichever answers is taken, in an order left to chance. */
  readonly servers: readonly string[];
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** A PEM file with the authority that signed the servers' certificates. With it connections are by TLS only. */
  readonly caFile?: string | undefined;
  /** What this connection is called where the servers list theirs. */
  readonly name: string;
  /** How long a server may take for its first word, and for letting one in. */
  readonly reachWithinMs?: number;
  /** A server that leaves two of these unanswered is given up. */
  readonly pingEveryMs?: number;
  readonly backOff?: BackOff;
  readonly timing?: Timing;
  /** Told each time no server could be reached, and when a connection was lost. It goes on by itself. */
  readonly onTrouble?: (error: unknown) => void;
}
