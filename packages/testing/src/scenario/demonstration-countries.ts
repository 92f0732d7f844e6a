import type { CountryCode, Tier } from '@demarche/contracts';
import type { CountryProfile, PresentState } from './country-profile.ts';
import { fictionalOfficials } from './fictional-names.ts';
import { scenarioOfficers } from './scenario-officers.ts';
import { seededRandom } from './seeded-random.ts';

const tierOf = { '1': 'tier-1', '2': 'tier-2', W: 'tier-2-watch-list', '3': 'tier-3', S: 'special-case' } as const;

/** “22W3”: one letter a report year, the newest last. */
const course = (letters: string): readonly Tier[] =>
  [...letters].map((letter) => tierOf[letter as keyof typeof tierOf]);

const standing = {
  I: 'implemented',
  P: 'partially_implemented',
  i: 'initial_steps',
  n: 'not_started',
  '-': 'not_assessed',
  R: 'reversed',
} as const;

/** “IPPin-”: one letter a recommendation. */
const assessed = (letters: string): PresentState['statuses'] =>
  [...letters].map((letter) => standing[letter as keyof typeof standing]);

interface Sketch extends Omit<CountryProfile, 'code' | 'officials' | 'officer' | 'tiers' | 'present'> {
  readonly code: string;
  readonly course: string;
  readonly embassy: 'Kald City' | 'Port Selene';
  readonly present: Omit<PresentState, 'statuses'> & { readonly assessed: string };
}

const sketches: readonly Sketch[] = [
  {
    code: 'XKD',
    name: 'Kaldara',
    capital: 'Kald City',
    places: ['the northern districts', 'Osmar'],
    course: '2222WW22222WWW',
    embassy: 'Kald City',
    present: {
      assessed: 'inP-IPiiinn-',
      lastMeetingDaysAgo: 212,
      openPromisesDueIn: [-21, -6],
      openFollowUpsDueIn: [],
      headed: [
        { topic: 'the law on recruitment fees', years: 5 },
        { topic: 'complicit officials', years: 8 },
        { topic: 'shelters outside the capital', years: 2 },
        { topic: 'screening of fishing crews at ports', years: 1 },
      ],
    },
  },
  {
    code: 'XLS',
    name: 'Lower Serra',
    capital: 'Serra Vale',
    places: ['the lowlands', 'Minas Velhas'],
    course: '3333W333333333',
    embassy: 'Port Selene',
    present: { assessed: 'iinnnnnnnnn-', lastMeetingDaysAgo: 64, openPromisesDueIn: [36], openFollowUpsDueIn: [] },
  },
  {
    code: 'XNB',
    name: 'Nambari',
    capital: 'Nambar',
    places: ['the lake region', 'Tolo'],
    course: 'WW222222222222',
    embassy: 'Kald City',
    present: {
      assessed: 'PiIIIPPPiin',
      lastMeetingDaysAgo: 12,
      openPromisesDueIn: [9],
      openFollowUpsDueIn: [],
      headed: [
        { topic: 'oversight of recruitment agencies', years: 6 },
        { topic: 'procedures to identify victims', years: 4 },
      ],
    },
  },
  {
    code: 'XOR',
    name: 'Oruvia',
    capital: 'Oruv',
    places: ['the river delta', 'East Oruv'],
    course: '222222222222WW',
    embassy: 'Port Selene',
    present: {
      assessed: 'IIPiiiiinn-',
      lastMeetingDaysAgo: 31,
      openPromisesDueIn: [],
      openFollowUpsDueIn: [],
      rewordingWaits: true,
    },
  },
  {
    code: 'XPH',
    name: 'Port Halden',
    capital: 'Halden',
    places: ['the outer harbour', 'Halden Heights'],
    course: '22111111111111',
    embassy: 'Port Selene',
    present: { assessed: 'IIIIIIPPi', lastMeetingDaysAgo: 88, openPromisesDueIn: [], openFollowUpsDueIn: [] },
  },
  {
    code: 'XRV',
    name: 'Ruvenia',
    capital: 'Ruven',
    places: ['the border counties', 'Stara Ruven'],
    course: '3WW2222222WW22',
    embassy: 'Kald City',
    present: { assessed: 'IIPPPPPiiiin', lastMeetingDaysAgo: 5, openPromisesDueIn: [], openFollowUpsDueIn: [11] },
  },
  {
    code: 'XTC',
    name: 'Tamarind Coast',
    capital: 'Tamarind',
    places: ['the fishing villages', 'Cape Amber'],
    course: '22222222222222',
    embassy: 'Port Selene',
    present: { assessed: 'IPPPiiiiiinn', lastMeetingDaysAgo: 190, openPromisesDueIn: [], openFollowUpsDueIn: [] },
  },
  {
    code: 'XYS',
    name: 'Ysmere',
    capital: 'Ysholm',
    places: ['the islands', 'Nordhavn'],
    course: '11111111111111',
    embassy: 'Kald City',
    present: { assessed: 'IIIIPPP-', lastMeetingDaysAgo: 40, openPromisesDueIn: [], openFollowUpsDueIn: [] },
  },
  {
    code: 'XSI',
    name: 'Selene Islands',
    capital: 'Port Selene',
    places: ['the southern atolls', 'Lighthouse Bay'],
    course: '22WW3W222222W2',
    embassy: 'Port Selene',
    present: {
      assessed: 'IIPPiiinR-',
      lastMeetingDaysAgo: 18,
      openPromisesDueIn: [4, 16, 27],
      openFollowUpsDueIn: [-3, 6],
    },
  },
  {
    code: 'XAM',
    name: 'Amberlay',
    capital: 'Fort Amber',
    places: ['the highlands', 'Westlay'],
    course: '22222211111222',
    embassy: 'Kald City',
    present: { assessed: 'IPPPiiinn--', lastMeetingDaysAgo: 101, openPromisesDueIn: [-48], openFollowUpsDueIn: [] },
  },
  {
    code: 'XDV',
    name: 'Dovrenia',
    capital: 'Dovren',
    places: ['the mining belt', 'Upper Dovren'],
    course: 'W33W3333W33333',
    embassy: 'Port Selene',
    present: { assessed: 'iinnnnnnnn---', lastMeetingDaysAgo: 233, openPromisesDueIn: [], openFollowUpsDueIn: [] },
  },
  {
    code: 'XQV',
    name: 'Qarvash',
    capital: 'Qar',
    places: ['the free zone', 'Old Qar'],
    course: '33333SSSSSSSSS',
    embassy: 'Kald City',
    present: { assessed: '', lastMeetingDaysAgo: 400, openPromisesDueIn: [], openFollowUpsDueIn: [] },
  },
];

/** The countries of the demonstration. They do not exist. */
export const demonstrationCountries: readonly CountryProfile[] = sketches.map(
  ({ code, course: letters, embassy, present, ...rest }, index) => {
    const officer = scenarioOfficers.embassies.find(({ post }) => post === embassy);
    if (!officer) throw new Error(`No demonstration person serves in ${embassy}`);
    const { assessed: statuses, ...days } = present;
    return {
      ...rest,
      code: code as CountryCode,
      officials: fictionalOfficials(seededRandom(700 + index)),
      officer,
      tiers: course(letters),
      present: { ...days, statuses: assessed(statuses) },
    };
  },
);

/** How many report years the demonstration looks back on. */
export const DEMONSTRATION_YEARS = 14;
