/** `/countries/:country` against `/countries/XKD` gives `{country: 'XKD'}`; null where it does not fit. */
export const matchPath = (pattern: string, path: string): Record<string, string> | null => {
  const expected = pattern.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return null;
  const found: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? '';
    if (segment.startsWith(':')) found[segment.slice(1)] = decoded(value);
    else if (segment !== value) return null;
  }
  return found;
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
