import type { Position } from '@demarche/contracts';
import type { NewEvent, StreamRevision } from './event-store.ts';

export type CommandResult<Code extends string> =
  | {
      readonly outcome: 'recorded';
      readonly events: readonly NewEvent[];
      readonly revision: StreamRevision;
      readonly position: Position;
    }
  | {
      readonly outcome: 'repeated';
      readonly events: readonly NewEvent[];
      readonly revision: StreamRevision;
      readonly position: Position;
    }
  /** What was asked for already holds. */
  | { readonly outcome: 'unchanged'; readonly revision: StreamRevision; readonly position: Position }
  | { readonly outcome: 'rejected'; readonly code: Code; readonly detail: string }
  | { readonly outcome: 'stale'; readonly currentRevision: StreamRevision }
  | { readonly outcome: 'key-reused' }
  /** Others kept being first, more often than it is worth trying. */
  | { readonly outcome: 'contended' };
