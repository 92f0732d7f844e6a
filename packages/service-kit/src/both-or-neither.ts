type Fits = (settings: Readonly<Record<string, unknown>>) => boolean;

interface Told {
  readonly path: string[];
  readonly error: string;
  readonly when: () => boolean;
}

/**
 * For `refine` of settings that hold a user and a password: the one is nothing without the other. Looked at beside everything
 * else that is wrong, and not only once that is mended.
 */
export const bothOrNeither = (user: string, password: string): [Fits, Told] => [
  (settings) => (settings[user] === undefined) === (settings[password] === undefined),
  { path: [password], error: `must be set together with ${user}: both of them, or neither`, when: () => true },
];
