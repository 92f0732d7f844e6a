import { listOf } from '../address/address.ts';

/** The filter that the address asks of a timeline, in the gateway’s names. */
export const timelineFilterIn = (search: URLSearchParams): object => {
  const [chosenPillars, kinds, recommendations] = ['pillar', 'kinds', 'about'].map((name) => listOf(search, name));
  return {
    ...(chosenPillars?.length ? { pillars: chosenPillars } : {}),
    ...(kinds?.length ? { kinds: kinds.map((kind) => kind.replaceAll('-', '_').toUpperCase()) } : {}),
    ...(recommendations?.length ? { recommendations } : {}),
  };
};
