import type { Acknowledged, Finding } from './acknowledged.ts';

/** What all clients of one run were told. */
export interface Book {
  readonly acknowledged: readonly Acknowledged[];
  readonly findings: Finding[];
  /** Commands asked once more after a restart, although they had been answered. */
  askedAgain: number;
  acknowledge(one: Acknowledged): void;
  /** Resolves once so many more commands were acknowledged. */
  afterMore(count: number): Promise<void>;
}

export const openBook = (): Book => {
  const acknowledged: Acknowledged[] = [];
  let awaited = { count: Number.POSITIVE_INFINITY, reached: (): void => {} };
  return {
    acknowledged,
    findings: [],
    askedAgain: 0,
    acknowledge(one) {
      acknowledged.push(one);
      if (acknowledged.length >= awaited.count) awaited.reached();
    },
    afterMore(more) {
      const { promise, resolve } = Promise.withResolvers<void>();
      awaited = { count: acknowledged.length + more, reached: resolve };
      return promise;
    },
  };
};
