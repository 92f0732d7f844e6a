export interface Pace {
  /** Until the first look. */
  readonly firstMs: number;
  /** From one look to the next. */
  readonly everyMs: number;
}

type Sight = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/** By chance up to half of it more: pages that were opened together are not to look together. */
const about = (milliseconds: number): number => milliseconds * (1 + Math.random() / 2);

/** Looks from time to time while the page is in sight, and once it is so again where a look was left out. Returns how to end it. */
export const lookNowAndThen = (look: () => void, { firstMs, everyMs }: Pace, sight: Sight = document): (() => void) => {
  let isDue = false;
  const lookIfSeen = (): void => {
    isDue = sight.visibilityState === 'hidden';
    if (!isDue) look();
  };
  const onSight = (): void => {
    if (isDue) lookIfSeen();
  };
  const turn = (): void => {
    lookIfSeen();
    timer = setTimeout(turn, about(everyMs));
  };
  let timer = setTimeout(turn, about(firstMs));
  sight.addEventListener('visibilitychange', onSight);
  return () => {
    clearTimeout(timer);
    sight.removeEventListener('visibilitychange', onSight);
  };
};
