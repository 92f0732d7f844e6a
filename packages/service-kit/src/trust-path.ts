/** Where the gateway learns whether a write service believes it, before an officer's command depends on that. */
export const TRUST_PATH = '/trust';
