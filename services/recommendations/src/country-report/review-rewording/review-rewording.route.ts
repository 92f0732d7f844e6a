import { ReviewRewording } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnReport } from '../record-on-report.ts';

export const reviewRewordingRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, ReviewRewording, (command, envelope) =>
    recordOnReport(side, command.reportId, command, envelope),
  );
