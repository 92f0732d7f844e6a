/** One life of a process, from a start to a crash. What a dead process was waiting for never comes back to it. */
export interface Life {
  readonly name: string;
  alive: boolean;
  /** Calls back at the crash. */
  readonly atEnd: (() => void)[];
}

export const newLife = (name: string): Life => ({ name, alive: true, atEnd: [] });

export const endLife = (life: Life): void => {
  life.alive = false;
  for (const call of life.atEnd) call();
};

/** The same call, made only while the process lives. */
export const whileAlive =
  (life: Life, call: () => void): (() => void) =>
  () => {
    if (life.alive) call();
  };
