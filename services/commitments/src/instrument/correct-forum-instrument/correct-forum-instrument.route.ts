import { CorrectForumInstrument } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnInstrument } from '../record-on-instrument.ts';

export const correctForumInstrumentRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, CorrectForumInstrument, (command, envelope) => recordOnInstrument(side, command, envelope));
