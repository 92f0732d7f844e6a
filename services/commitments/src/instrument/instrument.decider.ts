import type { Decider, Decision } from '@demarche/kernel';
import { type AddForumCommitmentCommand, addForumCommitment } from './add-forum-commitment/add-forum-commitment.ts';
import {
  type CorrectForumInstrumentCommand,
  correctForumInstrument,
} from './correct-forum-instrument/correct-forum-instrument.ts';
import { evolveInstrument, type Instrument, type InstrumentEvent, unknownInstrument } from './instrument.ts';
import {
  type RecordForumInstrumentCommand,
  recordForumInstrument,
} from './record-forum-instrument/record-forum-instrument.ts';

export type InstrumentCommand =
  | AddForumCommitmentCommand
  | CorrectForumInstrumentCommand
  | RecordForumInstrumentCommand;

const decide = (command: InstrumentCommand, state: Instrument): Decision<InstrumentEvent, string> => {
  switch (command.name) {
    case 'add-forum-commitment':
      return addForumCommitment(command, state);
    case 'correct-forum-instrument':
      return correctForumInstrument(command, state);
    case 'record-forum-instrument':
      return recordForumInstrument(command, state);
  }
};

export const instrumentDecider: Decider<InstrumentCommand, InstrumentEvent, Instrument, string> = {
  initialState: unknownInstrument,
  decide,
  evolve: evolveInstrument,
};
