export { appendScenario } from './append-scenario.ts';
export type { CountryProfile, PresentState } from './country-profile.ts';
export { demonstrationCountries } from './demonstration-countries.ts';
export { demonstrationHistory } from './demonstration-history.ts';
export type { ScenarioOptions } from './generate-scenario.ts';
export { generateScenario } from './generate-scenario.ts';
export type { SeededRandom } from './seeded-random.ts';
export { seededRandom } from './seeded-random.ts';
