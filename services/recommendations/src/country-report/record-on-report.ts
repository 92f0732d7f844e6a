import type { ReportId } from '@demarche/contracts';
import { type CommandEnvelope, handleCommand } from '@demarche/event-store';
import type { Handled, WriteSide } from '@demarche/service-kit';
import { type CountryReportCommand, countryReportDecider } from './country-report.decider.ts';
import { countryReportStream } from './country-report.ts';

/** Decides a command on the record of one country's report of one year, and records what follows. */
export const recordOnReport = async (
  { store, clock }: WriteSide,
  reportId: ReportId,
  command: CountryReportCommand,
  envelope: CommandEnvelope,
): Promise<Handled> => ({
  ...(await handleCommand({
    store,
    clock,
    decider: countryReportDecider,
    stream: countryReportStream(reportId),
    command,
    envelope,
  })),
  subject: reportId,
  location: `/reports/${reportId}`,
});
