import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { purgeDrafts } from '../drafts/draft.ts';
import { AskFailed, ask, failureOf } from '../graphql/ask.ts';
import { askAgain } from '../graphql/ask-again.ts';
import { changes } from '../graphql/changes.ts';
import { firstAnswerIn } from '../graphql/first-answer.ts';
import { forgetAnswers, keepFirst, nothingIsFresh } from '../graphql/kept-answers.ts';
import {
  type ConsoleConfig,
  cautious,
  knownPerson,
  type Person,
  readConfig,
  readStart,
  type Start,
  signOut,
} from './session.ts';
import { ViewerDocument } from './viewer.document.ts';

export interface Session {
  readonly config: ConsoleConfig;
  /** `undefined` while nobody knows yet; null when nobody is signed in. */
  readonly person: Person | null | undefined;
  readonly unreachable: boolean;
  /** Asks again who is signed in. */
  refresh(): Promise<void>;
  leave(): Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is called outside of SessionProvider');
  return session;
};

/** Whoever is signed in; pages that record are shown to nobody else. */
export const usePerson = (): Person => {
  const { person } = useSession();
  if (!person) throw new Error('usePerson is called where nobody is signed in');
  return person;
};

/** Who is signed in is asked for as long as the page stands. */
const { signal: forEver } = new AbortController();

const readViewer = async (): Promise<Person | null> => {
  const { viewer } = await ask<{ viewer: Person | null }>(ViewerDocument, {}).catch((fault: unknown) => {
    if (fault instanceof AskFailed && fault.kind === 'signed-out') return { viewer: null };
    throw fault;
  });
  return viewer;
};

/** What came with the page; the answer among it is there before anything asks for it. */
const readWhatCame = (): Start | null => {
  const start = readStart();
  if (!start?.first) return start;
  const first = firstAnswerIn(start.first);
  keepFirst(first);
  changes.startFrom(first.position);
  return start;
};

export const SessionProvider = ({ children }: { readonly children: ComponentChildren }) => {
  const [start] = useState(readWhatCame);
  const [config, setConfig] = useState<ConsoleConfig | null>(start?.config ?? null);
  const [person, setPerson] = useState<Person | null | undefined>(start?.viewer);
  const [unreachable, setUnreachable] = useState(false);

  const session = useMemo<Session>(() => {
    const read = async () => {
      try {
        setPerson(await readViewer());
        return null;
      } catch (fault) {
        return failureOf(fault);
      }
    };
    const refresh = () => askAgain(read, (failure) => setUnreachable(failure !== null), forEver);
    const leave = async () => {
      purgeDrafts(localStorage);
      purgeDrafts(sessionStorage);
      forgetAnswers();
      setPerson(null);
      await signOut();
    };
    return { config: config ?? cautious, person: knownPerson(config, person), unreachable, refresh, leave };
  }, [config, person, unreachable]);

  useEffect(() => {
    // Effects of what stands within come first: what needed no asking has not been asked.
    nothingIsFresh();
    if (!start) void readConfig().then(setConfig);
    if (start?.viewer === undefined) void session.refresh();
  }, []);

  useEffect(() => {
    if (!person) return undefined;
    changes.start();
    return () => changes.stop();
  }, [person?.id]);

  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
};
