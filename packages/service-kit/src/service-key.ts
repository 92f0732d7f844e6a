import type { Clock } from '@demarche/kernel';
import { rememberedProofs } from './remembered-proofs.ts';
import { readSignedText, type SigningKeys, signText } from './signed-text.ts';

/** What is proven. It is signed with the rest, so that no proof can stand in for the other. */
export type ProofPurpose = 'officer' | 'service';

/** What the gateway and the services behind it hold in common, by which it proves to them who asks. */
export interface ServiceKey {
  /** Holds for some minutes. What is said has no full stop in it. */
  prove(purpose: ProofPurpose, said: string): string;
  /** Makes of a proof what `read` makes of what it says; null where it proves nothing, or does so no longer. */
  believing<Proven extends NonNullable<unknown>>(
    purpose: ProofPurpose,
    read: (said: string) => Proven | null,
  ): (proof: string) => Proven | null;
}

const MINUTE_MS = 60_000;

/** How far the clocks of two services may be apart, and how long a proof is worth something to whoever has read it. */
const MINUTES = 5;

/**
 * Proofs for as long as a request takes to arrive. A proof names the minute in which it was made, so that all of one
 * minute are the same and are looked at once.
 */
export const serviceKey = (keys: SigningKeys, clock: Clock): ServiceKey => {
  const eachMinute = rememberedWithinMinutes(clock);
  const proven = eachMinute((minute) => (claim) => signText(`${minute}.${claim}`, keys));
  return {
    prove: (purpose, said) => proven(`${purpose}.${said}`),
    believing: (purpose, read) =>
      eachMinute((now) => (proof) => {
        const [minute, provenOf, said] = (readSignedText(proof, keys) ?? '').split('.');
        const holds = provenOf === purpose && Math.abs(Number(minute) - now) <= MINUTES;
        return holds && said !== undefined ? read(said) : null;
      }),
  };
};

type Find<Found> = (text: string) => Found;

/** What was found in one minute is forgotten in the next, when it may be over. */
const rememberedWithinMinutes =
  (clock: Clock) =>
  <Found extends NonNullable<unknown> | null>(findIn: (minute: number) => Find<Found>): Find<Found> => {
    let current: { readonly minute: number; readonly find: Find<Found> } | undefined;
    return (text) => {
      const minute = Math.floor(Date.parse(clock.now()) / MINUTE_MS);
      if (current?.minute !== minute) current = { minute, find: rememberedProofs(findIn(minute)) };
      return current.find(text);
    };
  };
