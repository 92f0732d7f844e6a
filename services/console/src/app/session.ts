import type { SentAnswer } from '../graphql/first-answer.ts';

/** Somebody who can be chosen on the sign-in page, or who is signed in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly post: string;
}

/** What the installation says about itself: see `server/serve-console.ts`. */
export interface ConsoleConfig {
  readonly marking: string;
  readonly demonstration: boolean;
  /** `device`: a draft outlives the tab. `tab`: it ends with it, as ASVS 14.3.3 wants where drafts are sensitive. */
  readonly drafts: 'device' | 'tab';
}

/** What the server told with the page: see `server/with-start.ts`. */
export interface Start {
  readonly config: ConsoleConfig;
  /** Left out by a server that does not know who asks. */
  readonly viewer?: Person | null;
  /** The answer to what this page asks first, where the server had it in time. */
  readonly first?: SentAnswer;
}

/** Null where the page came without it; then it is asked for. */
export const readStart = (): Start | null => {
  const told = document.querySelector<HTMLMetaElement>('meta[name="demarche-start"]')?.content;
  return told ? (JSON.parse(told) as Start) : null;
};

export const cautious: ConsoleConfig = { marking: 'UNCLASSIFIED', demonstration: false, drafts: 'tab' };

/**
 * Nobody is known before the installation is: a form that opened in between would look for its draft on the wrong shelf,
 * and come up empty.
 */
export const knownPerson = (
  config: ConsoleConfig | null,
  person: Person | null | undefined,
): Person | null | undefined => (config ? person : undefined);

const readJson = async <Value>(address: string): Promise<Value> => {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as Value;
};

const tell = async (address: string, body: object): Promise<boolean> => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.ok;
};

/** Without an answer the page is marked all the same, and keeps as little as it can. */
export const readConfig = (): Promise<ConsoleConfig> =>
  readJson<ConsoleConfig>('/console-config').catch(() => cautious);

export const readPersons = async (): Promise<Person[]> => {
  const answer = await readJson<Person[] | { persons: Person[] }>('/identity/persons');
  return Array.isArray(answer) ? answer : answer.persons;
};

export const signIn = (personId: string): Promise<boolean> => tell('/identity/sign-in', { personId });

export const signOut = (): Promise<boolean> => tell('/identity/sign-out', {}).catch(() => false);
