import type { CountryCode, Participant } from '@demarche/contracts';
import type { SeededRandom } from './seeded-random.ts';

const beginnings = [
  'Al',
  'Bel',
  'Cor',
  'Dal',
  'Esk',
  'Far',
  'Gal',
  'Hel',
  'Ist',
  'Jor',
  'Kel',
  'Lor',
  'Mar',
  'Nor',
  'Ost',
  'Pel',
  'Quil',
  'Ras',
  'Sel',
  'Tor',
  'Ul',
  'Var',
  'Wen',
  'Yar',
  'Zel',
];
const middles = ['a', 'e', 'i', 'o', 'u', 'an', 'en', 'or', 'is', 'ame', 'ori'];
const endings = ['dia', 'land', 'mark', 'mere', 'nia', 'ria', 'stan', 'tia', 'vara', 'via', 'wick', 'zar'];
const firsts = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'R',
  'S',
  'T',
  'V',
  'Y',
  'Z',
];
const families = [
  'Varga',
  'Okonedo',
  'Brandt',
  'Selim',
  'Tavares',
  'Ilves',
  'Moreau',
  'Kovacs',
  'Adeyo',
  'Lindgren',
  'Rahimi',
  'Castell',
  'Nakato',
  'Petrov',
  'Oduya',
  'Halloran',
  'Sato',
  'Mbeki-Lund',
  'Ferrante',
  'Yilma',
  'Noor',
  'Dragan',
  'Quispe',
  'Tamm',
];
const offices = [
  ['Deputy Minister of Justice', 'Ministry of Justice'],
  ['Minister of Labour', 'Ministry of Labour'],
  ['Director for Social Protection', 'Ministry of Social Affairs'],
  ['National Coordinator against Trafficking', 'Office of the Prime Minister'],
  ['Head of the Criminal Police', 'Ministry of the Interior'],
  ['Director for the Americas', 'Ministry of Foreign Affairs'],
] as const;

/** Six officials whom an embassy meets, each with an office. */
export const fictionalOfficials = (random: SeededRandom): readonly Participant[] => {
  const names = random.some(families, offices.length);
  return offices.map(([title, body], index) => ({ name: `${random.pick(firsts)}. ${names[index]}`, title, body }));
};

const word = (random: SeededRandom): string =>
  `${random.pick(beginnings)}${random.pick(middles)}${random.pick(endings)}`;

/** A name for a country that does not exist and that no other has. */
export const fictionalName = (random: SeededRandom, taken: ReadonlySet<string>): string => {
  const name = word(random);
  return taken.has(name) ? fictionalName(random, taken) : name;
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The next of XAA to XZZ, which ISO 3166 leaves to its users, that no other country has. */
export const fictionalCode = (random: SeededRandom, taken: ReadonlySet<string>): CountryCode => {
  const start = random.integer(0, 675);
  for (let step = 0; step < 676; step += 1) {
    const place = (start + step) % 676;
    const code = `X${letters[Math.floor(place / 26)]}${letters[place % 26]}`;
    if (!taken.has(code)) return code as CountryCode;
  }
  throw new RangeError('There are codes for 676 countries that do not exist, and all are taken');
};
