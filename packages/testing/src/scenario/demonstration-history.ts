import type { IsoDate, RecordedEvent } from '@demarche/contracts';
import { dayOf, releaseDay } from './calendar.ts';
import { DEMONSTRATION_YEARS, demonstrationCountries } from './demonstration-countries.ts';
import { generateScenario } from './generate-scenario.ts';

/**
 * The demonstration's record: fictional countries with fourteen years of reports. Demarche came into use in the ninth year
 * before the newest report; what is older was brought in then, so that the two clocks tell two different pasts.
 */
export const demonstrationHistory = ({ today }: { readonly today: IsoDate }): Iterable<RecordedEvent> => {
  const year = Number(today.slice(0, 4));
  const toYear = releaseDay(year) + 2 < dayOf(today) - 1 ? year : year - 1;
  return generateScenario({
    seed: 2013,
    countries: demonstrationCountries,
    fromYear: toYear - DEMONSTRATION_YEARS + 1,
    toYear,
    today,
    heldSince: `${toYear - 8}-03-05`,
    density: 1,
  });
};
