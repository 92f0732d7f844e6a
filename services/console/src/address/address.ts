import { type PointInTime, readPoint, writePoint } from './point-in-time.ts';

/** Where the reader is: the page, what its list shows, and on which day. */
export interface Address {
  readonly path: string;
  readonly search: URLSearchParams;
  readonly point: PointInTime;
}

export const readAddress = (location: { readonly pathname: string; readonly search: string }): Address => {
  const search = new URLSearchParams(location.search);
  return { path: location.pathname.replace(/(.)\/+$/, '$1'), search, point: readPoint(search) };
};

const compose = (path: string, search: URLSearchParams): string => {
  const query = search.toString().replaceAll('%2C', ',');
  return query ? `${path}?${query}` : path;
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
