let written = 0;
const listeners = new Set<() => void>();

/** The position of the newest thing recorded from this page: questions wait for it, so that one sees one's own writing. */
export const ownPosition = (): number | undefined => written || undefined;

/** Something of one's own is on record at this position. */
export const noteOwn = (position: number): void => {
  if (position <= written) return;
  written = position;
  for (const listener of listeners) listener();
};

export const onOwn = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
