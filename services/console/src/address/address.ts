import { type PointInTime, readPoint, withoutJunk, writePoint } from './point-in-time.ts';

/** Where the reader is: the page, what its list shows, and on which day. */
export interface Address {
  readonly path: string;
  readonly search: URLSearchParams;
  readonly point: PointInTime;
}

/** References are capitals: `/countries/xkd` is `/countries/XKD`. */
const tidyPath = (path: string): string =>
  path.replace(
    /^(\/(?:countries|reports|country-reports|recommendations|engagements|commitments)\/)(?!new$)([\w-]+)/,
    (_, list: string, reference: string) => list + reference.toUpperCase(),
  );

export const readAddress = (location: { readonly pathname: string; readonly search: string }): Address => {
  const search = new URLSearchParams(location.search);
  return { path: tidyPath(location.pathname.replace(/(.)\/+$/, '$1')), search, point: readPoint(search) };
};

const compose = (path: string, search: URLSearchParams): string => {
  const query = search.toString().replaceAll('%2C', ',');
  return query ? `${path}?${query}` : path;
};

/** The address as it should stand in the browser: with capitals, and without a day that is none. */
export const tidied = (location: { readonly pathname: string; readonly search: string }): string => {
  const search = new URLSearchParams(location.search);
  const tidy = withoutJunk(search);
  return tidyPath(location.pathname) + (tidy === search ? location.search : compose('', tidy));
};

/** The address of another page, at the same point in time. */
export const addressTo = (to: string, point: PointInTime): string => {
  const [beforeHash = '', hash] = to.split('#');
  const [path = '', query = ''] = beforeHash.split('?');
  return compose(path, writePoint(new URLSearchParams(query), point)) + (hash ? `#${hash}` : '');
};

/** The same page with some of its state changed; an empty value takes the state out. A changed filter starts at the first page. */
export const addressWith = (address: Address, changes: Readonly<Record<string, string | null>>): string => {
  const search = new URLSearchParams(address.search);
  if (!('after' in changes)) search.delete('after');
  for (const [name, value] of Object.entries(changes)) {
    if (value) search.set(name, value);
    else search.delete(name);
  }
  return compose(address.path, search);
};

/** The same page on another day or clock. */
export const addressAt = (address: Address, point: PointInTime): string => {
  const search = writePoint(address.search, point);
  search.delete('after');
  return compose(address.path, search);
};

/** The values of a list-like state: `?tier=tier-1,tier-3`. */
export const listOf = (search: URLSearchParams, name: string): string[] =>
  (search.get(name) ?? '').split(',').filter((value) => value !== '');

/** The list with one value put in or taken out. */
export const toggled = (values: readonly string[], value: string): string =>
  (values.includes(value) ? values.filter((other) => other !== value) : [...values, value]).join(',');
