const words = (code: string): string[] => code.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `report-published`, `forum_commitment` and `followUps` as parts of the name of a type. */
export const pascalCase = (code: string): string => words(code).map(capitalized).join('');

export const camelCase = (code: string): string => {
  const name = pascalCase(code);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** `tier-2-watch-list` as `TIER_2_WATCH_LIST`; a name that would begin with a digit takes the prefix. */
export const enumValueName = (code: string, prefix: string): string => {
  const name = words(code).join('_').toUpperCase();
  return /^\d/.test(name) ? `${prefix}_${name}` : name;
};

/** One of them: `reviews` as `review`, `countries` as `country`. */
export const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
