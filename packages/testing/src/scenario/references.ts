import type { ActionId, EngagementId } from '@demarche/contracts';

/** References as the write services derive them from commands, and like those never given twice. */
export interface References {
  action(): ActionId;
  engagement(): EngagementId;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = 2 ** 20;

/** Four rounds of a Feistel network: a counter goes in, and different counters come out as different 40 bits that show no order. */
const scrambled = (count: number, seed: number): readonly [number, number] => {
  let [left, right] = [Math.floor(count / HALF) % HALF, count % HALF];
  for (let round = 1; round <= 4; round += 1) {
    const mixed = Math.imul(right ^ (seed + round), 0x9e3779b1) >>> 12;
    [left, right] = [right, left ^ mixed];
  }
  return [left, right];
};

const fourLetters = (half: number): string =>
  [15, 10, 5, 0].map((shift) => ALPHABET.charAt((half >>> shift) & 31)).join('');

export const references = (seed: number): References => {
  let count = 0;
  const next = (): string => {
    count += 1;
    return scrambled(count, seed).map(fourLetters).join('-');
  };
  return {
    action: () => `ACT-${next()}` as ActionId,
    engagement: () => `ENG-${next()}` as EngagementId,
  };
};
