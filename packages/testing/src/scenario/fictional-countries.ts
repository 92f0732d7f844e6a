import type { Officer } from '@demarche/contracts';
import type { CountryProfile } from './country-profile.ts';
import { fictionalCode, fictionalName, fictionalOfficials } from './fictional-names.ts';
import { scenarioOfficers } from './scenario-officers.ts';
import type { SeededRandom } from './seeded-random.ts';
import { tierCourse } from './tier-course.ts';

/** As many countries as wished, none of which exists, in the order of their names. */
export const fictionalCountries = (random: SeededRandom, count: number, years: number): readonly CountryProfile[] => {
  const names = new Set<string>();
  const codes = new Set<string>();
  const profiles = Array.from({ length: count }, (_, index): CountryProfile => {
    const own = random.fork(index);
    const name = fictionalName(own, names);
    const code = fictionalCode(own, codes);
    names.add(name);
    codes.add(code);
    const capital = fictionalName(own, names);
    return {
      code,
      name,
      capital,
      places: ['the northern provinces', `Lower ${capital}`],
      officials: fictionalOfficials(own),
      officer: own.pick(scenarioOfficers.embassies) as Officer,
      tiers: tierCourse(own, years),
    };
  });
  return profiles.sort((one, other) => one.name.localeCompare(other.name, 'en'));
};
