export interface PageSizeLimits {
  readonly mostEvents: number;
  readonly mostBytes: number;
}

/** How many events to read at a time, where one can have a hundred bytes or a million, and a store counts events alone. */
export interface PageSize {
  readonly events: number;
  /** How large the page was that was read last. */
  learn(events: number, bytes: number): void;
}

/** Small, so that a process that large events have ended gets past them when it is started again. */
const FIRST_PAGE = 25;

export const pageSize = ({ mostEvents, mostBytes }: PageSizeLimits): PageSize => {
  let next = Math.min(FIRST_PAGE, mostEvents);
  return {
    get events() {
      return next;
    },
    learn(events, bytes) {
      const fitting = Math.floor(mostBytes / (bytes / events));
      next = Math.max(1, Math.min(fitting, next * 2, mostEvents));
    },
  };
};
