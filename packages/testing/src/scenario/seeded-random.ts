/** Chance that comes out the same for the same seed, on every machine. */
export interface SeededRandom {
  /** 32 bits, as an unsigned integer. */
  bits(): number;
  /** Both ends included. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** That many different items, or all there are, in the order of the list. */
  some<Item>(items: readonly Item[], count: number): Item[];
  shuffled<Item>(items: readonly Item[]): Item[];
  /** A stream of chance of its own, so that what one country does moves nothing in another. */
  fork(label: number): SeededRandom;
}

/** Small Fast Counter, 32 bits, by Chris Doty-Humphrey; public domain. */
export const seededRandom = (seed: number): SeededRandom => {
  let [a, b, c, counter] = [seed | 0, (seed ^ 0x9e3779b9) | 0, 0x2545f491, 1];
  const bits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) bits();

  const integer = (from: number, to: number): number => from + Math.floor((bits() / 2 ** 32) * (to - from + 1));
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const order = [...items];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = integer(0, last);
      [order[last], order[other]] = [order[other] as Item, order[last] as Item];
    }
    return order;
  };
  return {
    bits,
    integer,
    chance: (probability) => bits() / 2 ** 32 < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('Nothing to pick from');
      return items[integer(0, items.length - 1)] as (typeof items)[number];
    },
    some: (items, count) => {
      const chosen = new Set(shuffled(items.map((_, index) => index)).slice(0, count));
      return items.filter((_, index) => chosen.has(index));
    },
    shuffled,
    fork: (label) => seededRandom(Math.imul(bits() ^ label, 0x85ebca6b)),
  };
};
