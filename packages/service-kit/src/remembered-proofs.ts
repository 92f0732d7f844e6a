/** So many persons act at one time; whoever is forgotten is looked at once more. */
const REMEMBERED = 1_000;

/**
 * Remembers whom a proof named. A signature under one key holds for good or never, and checking it anew with each request
 * took longer than all else that is done with a request's head. What proves nobody is not remembered, so that nobody
 * fills the memory with it.
 */
export const rememberedProofs = <Person>(
  read: (proof: string) => Person | null,
  atMost = REMEMBERED,
): ((proof: string) => Person | null) => {
  const known = new Map<string, Person>();
  return (proof) => {
    const remembered = known.get(proof);
    if (remembered !== undefined) return remembered;
    const person = read(proof);
    if (person === null) return null;
    if (known.size >= atMost) known.clear();
    known.set(proof, person);
    return person;
  };
};
