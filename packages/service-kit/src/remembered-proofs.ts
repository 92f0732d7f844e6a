/** So many persons act at one time; whoever is forgotten is looked at once more. */
const REMEMBERED = 1_000;

/**
 * Remembers what a proof proved, for as long as that holds. Checking it anew with each request took longer than all else
 * that is done with a request's head. What proves nobody is not remembered, so that nobody fills the memory with it.
 */
export const rememberedProofs = <Proven extends NonNullable<unknown> | null>(
  read: (proof: string) => Proven,
  atMost = REMEMBERED,
): ((proof: string) => Proven) => {
  const known = new Map<string, Proven>();
  return (proof) => {
    const remembered = known.get(proof);
    if (remembered !== undefined) return remembered;
    const proven = read(proof);
    if (proven === null) return proven;
    if (known.size >= atMost) known.clear();
    known.set(proof, proven);
    return proven;
  };
};
