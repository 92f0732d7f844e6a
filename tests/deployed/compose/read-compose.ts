import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Compose } from './compose-file.ts';

type Plain = Readonly<Record<string, unknown>>;

const root = new URL('../../../', import.meta.url);

/** A compose file of the repository as it is written, anchors put in. */
export const parseCompose = (file: string): Plain =>
  parse(readFileSync(new URL(file, root), 'utf8'), { merge: true }) as Plain;

/** What `docker compose -f ... -f ...` would run, where no variable is set and these profiles are asked for. */
export const readCompose = (files: readonly string[], profiles: readonly string[] = []): Compose => {
  const merged = files.map(parseCompose).reduce(mergeMaps, {});
  const compose = interpolated(merged) as Compose;
  const isAsked = (its: readonly string[] = []) => its.length === 0 || its.some((one) => profiles.includes(one));
  const asked = Object.entries(compose.services).filter(([, service]) => isAsked(service.profiles));
  return { ...compose, services: Object.fromEntries(asked) };
};

/** Compose's own rule: maps are merged, lists go on, and of two commands or checks the later one holds. */
const mergeMaps = (first: Plain, second: Plain): Plain => {
  const merged: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) merged[key] = mergeValues(key, merged[key], value);
  return merged;
};

const mergeValues = (key: string, first: unknown, second: unknown): unknown => {
  if (Array.isArray(first) && Array.isArray(second) && !['command', 'test'].includes(key)) return [...first, ...second];
  return isMap(first) && isMap(second) ? mergeMaps(first, second) : second;
};

const isMap = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `${NAME:-otherwise}` where NAME is not set. */
const interpolated = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/\$\{\w+(?::-([^}]*))?\}/g, (_, otherwise = '') => otherwise);
  if (Array.isArray(value)) return value.map(interpolated);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, its]) => [key, interpolated(its)]));
};
