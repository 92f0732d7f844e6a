import type { CommandClient, Officer } from '@demarche/contracts';
import type { Signals } from '@demarche/messaging';
import type { Points } from './point/points.ts';

/** What every resolver is handed, made anew for each request. */
export interface GatewayContext {
  /** Who asks; null while nobody is signed in. */
  readonly officer: Officer | null;
  readonly correlationId: string;
  /** The questions of this request, by the point on the two clocks at which they are put. */
  readonly points: Points;
  readonly commands: CommandClient;
  readonly signals: Signals;
  /** Aborts when the server stops: whoever is subscribed is told that there is no more. */
  readonly closing: AbortSignal;
}
