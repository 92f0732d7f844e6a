import type { Decider, Decision } from '@demarche/kernel';
import {
  type CorrectCountryReportCommand,
  correctCountryReport,
} from './correct-country-report/correct-country-report.ts';
import {
  type CountryReport,
  type CountryReportEvent,
  evolveCountryReport,
  unpublishedReport,
} from './country-report.ts';
import {
  type PublishCountryReportCommand,
  publishCountryReport,
} from './publish-country-report/publish-country-report.ts';
import { type ReviewRewordingCommand, reviewRewording } from './review-rewording/review-rewording.ts';

export type CountryReportCommand = CorrectCountryReportCommand | PublishCountryReportCommand | ReviewRewordingCommand;

const decide = (command: CountryReportCommand, state: CountryReport): Decision<CountryReportEvent, string> => {
  switch (command.name) {
    case 'publish-country-report':
      return publishCountryReport(command, state);
    case 'correct-country-report':
      return correctCountryReport(command, state);
    case 'review-rewording':
      return reviewRewording(command, state);
  }
};

export const countryReportDecider: Decider<CountryReportCommand, CountryReportEvent, CountryReport, string> = {
  initialState: unpublishedReport,
  decide,
  evolve: evolveCountryReport,
};
