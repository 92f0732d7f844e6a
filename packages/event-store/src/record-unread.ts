import type { RecordedEvent } from '@demarche/contracts';
import type { DomainEvent } from '@demarche/kernel';
import { appendDecided } from './append-decided.ts';
import type { CommandResult } from './command-result.ts';
import type { CommandToHandle } from './command-to-handle.ts';
import { decideOn } from './decide-on.ts';
import type { RecalledStream } from './event-store.ts';

/**
 * Decides on what is recalled of the stream, and appends if nothing else happened there. Worth something only when it is
 * recorded: then the stream was as recalled. A refusal, a repeat or that nothing is to be done could be out of date.
 * @returns nothing when the stream is to be read after all
 */
export const recordUnread = async <Command, Event extends DomainEvent, State, Code extends string>(
  handling: CommandToHandle<Command, Event, State, Code>,
  recalled: RecalledStream,
  readOrigins: () => Promise<readonly RecordedEvent[]>,
): Promise<CommandResult<Code> | undefined> => {
  const { commandId, ifMatch } = handling.envelope;
  const isKnown = recalled.events.some(({ metadata }) => metadata.commandId === commandId);
  if (isKnown || (ifMatch !== undefined && ifMatch !== recalled.events.length - 1)) return undefined;

  const history = [...(await readOrigins()), ...recalled.events];
  const decision = decideOn(handling, history);
  if (decision.outcome === 'rejected' || decision.events.length === 0) return undefined;
  const { events, answer } = await appendDecided({ ...handling, history, decided: decision.events }, recalled.append);
  if (answer.outcome === 'overtaken') return undefined;
  return { outcome: 'recorded', events, revision: answer.revision, position: answer.position };
};
