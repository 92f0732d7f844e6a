import type { Logger } from './logger.ts';

/** What is told of something that the service needs and that can go away. */
export interface Absence {
  /** It does not work at the moment, and why. */
  away(error: unknown): void;
  back(): void;
}

/** What the log says of it. */
export interface AbsenceWords {
  readonly away: string;
  readonly back: string;
  /** Of these faults somebody else tells. */
  readonly isTold?: (error: unknown) => boolean;
}

/** Says in the log that something is away, with the reason, and that it is back: once each, however often it is tried meanwhile. */
export const absence = (logger: Logger, { away, back, isTold = () => false }: AbsenceWords): Absence => {
  let isAway = false;
  return {
    away(error) {
      if (isTold(error)) return;
      logger[isAway ? 'debug' : 'warn']({ err: error }, away);
      isAway = true;
    },
    back() {
      if (isAway) logger.info(back);
      isAway = false;
    },
  };
};
