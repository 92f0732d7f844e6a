import { knownVariables } from './known-variables.ts';

const OURS = 'DEMARCHE_';
const BY_FILE = '_FILE';

/** What is given under names that no part of Demarche knows, in one sentence for whoever mistyped them; else nothing. */
export const unknownVariables = (variables: Readonly<Record<string, string | undefined>>): string | undefined => {
  const unknown = Object.keys(variables).filter((name) => variables[name] && name.startsWith(OURS) && !isKnown(name));
  if (unknown.length === 0) return undefined;
  return `No part of Demarche knows ${unknown.map(withNearest).join(', ')}: what is given there counts for nothing`;
};

const isKnown = (name: string): boolean => knownVariables.includes(settingOf(name));

/** Every setting may be given as a file. */
const settingOf = (name: string): string => (name.endsWith(BY_FILE) ? name.slice(0, -BY_FILE.length) : name);

const withNearest = (name: string): string => {
  const setting = settingOf(name);
  const [nearest] = knownVariables
    .map((known) => ({ known, distance: distanceBetween(setting, known) }))
    .filter(({ distance }) => distance <= (setting.length - OURS.length) / 2)
    .toSorted((one, other) => one.distance - other.distance);
  return nearest ? `${name} (is ${nearest.known}${name.slice(setting.length)} meant?)` : name;
};

/** How many letters have to be put in, left out or replaced to make the one of the other (Levenshtein). */
const distanceBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, length) => length);
  for (const letter of one) {
    const next = [Number(row[0]) + 1];
    for (const [at, its] of [...other].entries()) {
      const replaced = Number(row[at]) + (its === letter ? 0 : 1);
      next.push(Math.min(replaced, Number(row[at + 1]) + 1, Number(next[at]) + 1));
    }
    row = next;
  }
  return Number(row.at(-1));
};
