import type { CommandCircumstances, Marking } from '@demarche/contracts';
import type { StreamRevision } from './event-store.ts';

/** Who asks for a command, under which key, and in which connection. */
export interface CommandEnvelope extends CommandCircumstances {
  /** SHA-256 of the command’s name and its parsed input. */
  readonly fingerprint: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly marking: Marking;
  /** `If-Match`: the revision the caller has seen. The command is then never decided on a newer one. */
  readonly ifMatch?: StreamRevision;
}
