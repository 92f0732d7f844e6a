import { PublishCountryReport, reportIdOf } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnReport } from '../record-on-report.ts';

export const publishCountryReportRoute = (side: WriteSide): CommandRoute =>
  commandRoute(
    side.clock,
    PublishCountryReport,
    (command, envelope) => recordOnReport(side, reportIdOf(command.country, command.reportYear), command, envelope),
    { publishedFields: ['tier', 'recommendations'] },
  );
