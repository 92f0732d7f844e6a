import { type InstrumentId, instrumentIdOf } from '@demarche/contracts';
import { type CommandEnvelope, handleCommand } from '@demarche/event-store';
import type { Handled, WriteSide } from '@demarche/service-kit';
import { type InstrumentCommand, instrumentDecider } from './instrument.decider.ts';
import { instrumentStream } from './instrument.ts';

/** Decides a command on the record of the forum's text it names, and records what follows. */
export const recordOnInstrument = async (
  { store, clock }: WriteSide,
  command: InstrumentCommand,
  envelope: CommandEnvelope,
): Promise<Handled> => {
  const instrumentId = subjectOf(command);
  return {
    ...(await handleCommand({
      store,
      clock,
      decider: instrumentDecider,
      stream: instrumentStream(instrumentId),
      command,
      envelope,
    })),
    subject: instrumentId,
    location: `/forum-instruments/${instrumentId}`,
  };
};

const subjectOf = (command: InstrumentCommand): InstrumentId =>
  command.name === 'record-forum-instrument'
    ? instrumentIdOf(command.forum, command.documentSymbol)
    : command.instrumentId;
