export interface JoinedPieces {
  add(piece: Uint8Array): void;
  readonly size: number;
  /** All that was added, in order. */
  whole(): Buffer;
}

/**
 * Bytes that come in pieces, in one buffer that grows beyond the size expected. Kept as they come, pieces of one byte each
 * take hundreds of times their size.
 */
export const joinPieces = (expected = 0): JoinedPieces => {
  let room = Buffer.alloc(expected);
  let size = 0;
  const makeRoomFor = (needed: number): void => {
    if (needed <= room.length) return;
    const larger = Buffer.alloc(Math.max(needed, 2 * room.length));
    room.copy(larger, 0, 0, size);
    room = larger;
  };
  return {
    add(piece) {
      makeRoomFor(size + piece.length);
      room.set(piece, size);
      size += piece.length;
    },
    get size() {
      return size;
    },
    whole: () => room.subarray(0, size),
  };
};
