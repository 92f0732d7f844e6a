import type { CountryRegister } from './country-register.ts';

const NARRATIVE_PATH = /trafficking-in-persons-report(?:-\d+)?\/([a-z0-9-]{3,60})/i;
const NEWS_SLUG = /trafficking-in-persons-report(?:-\d+)?-([a-z-]{3,60})(?:[/?#.]|$)/i;
const REFWORLD_CODE = /,([A-Z]{3}),/g;
const ASKED_CODE = /[?&]coi=([A-Z]{3})\b/g;
const COLLECTED_PAGE = /\/humantrafficking\/([A-Za-z&%'-]{3,60}?)(?:-\d+)?\.html?/;
const EMBASSY_HOST = /^https?:\/\/([a-z]{2})\.usembassy\.gov\//i;
const LEADING_NAME = /\/([a-z-]{3,60})-united-states-department-of-state/i;

/** The post whose site carries a page speaks for its country only when nothing else does: posts cover several. */
export function countryOfPost(address: string, register: CountryRegister): { iso3: string; words: string } | null {
  const host = EMBASSY_HOST.exec(address)?.[1];
  const iso3 = host === undefined ? undefined : register.find(host.toUpperCase());
  return host === undefined || iso3 === undefined ? null : { iso3, words: `${host}.usembassy.gov` };
}

/** The country an address names, in the forms that sites which carry the report have used; the words it was read from. */
export function countryInAddress(address: string, register: CountryRegister): { iso3: string; words: string } | null {
  for (const read of [fromSlug, fromCode]) {
    const found = read(address, register);
    if (found !== null) return found;
  }
  return null;
}

function fromSlug(address: string, register: CountryRegister): { iso3: string; words: string } | null {
  for (const form of [NARRATIVE_PATH, NEWS_SLUG, COLLECTED_PAGE, LEADING_NAME]) {
    const slug = form.exec(address)?.[1];
    const name = slug?.replace(/%20|[-_]/g, ' ').replace(/([a-z])([A-Z&])/g, '$1 $2');
    const iso3 = name === undefined ? undefined : register.find(name);
    if (slug !== undefined && iso3 !== undefined) return { iso3, words: slug };
  }
  return null;
}

function fromCode(address: string, register: CountryRegister): { iso3: string; words: string } | null {
  if (!/refworld/i.test(address)) return null;
  const codes = [...address.matchAll(REFWORLD_CODE), ...address.matchAll(ASKED_CODE)].map(([, code = '']) => code);
  const code = codes.find((each) => each !== 'COI' && register.find(each) === each);
  return code === undefined ? null : { iso3: code, words: code };
}
