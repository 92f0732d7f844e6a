import { useEffect, useRef, useState } from 'preact/hooks';
import { usePerson, useSession } from '../app/session-provider.tsx';
import { type Draft, draftsOf, dropDraft, findDraft, keepDraft } from './draft.ts';

export interface Drafting<Fields> {
  readonly fields: Fields;
  put(changes: Partial<Fields>): void;
  /** The key under which it will be saved, the same after a closed tab or a lost answer. */
  readonly commandId: string;
  /** It was found again: when it was last kept. */
  readonly foundFrom: string | null;
  readonly kept: boolean;
  /** Other forms of this kind that wait to be finished. */
  readonly others: readonly string[];
  drop(): void;
}

const PAUSE = 400;

/** Keeps what is typed, under whoever is signed in, until it is saved or dropped. */
export const useDraft = <Fields extends object>(
  form: string,
  empty: () => Fields,
  worthKeeping: (fields: Fields) => boolean,
): Drafting<Fields> => {
  const { config } = useSession();
  const place = { personId: usePerson().id, form };
  // What is read and what is written is one shelf, so that typing cannot cover a draft that was not read.
  const [shelf] = useState(() => (config.drafts === 'device' ? localStorage : sessionStorage));
  const [found] = useState<Draft<Fields> | null>(() => findDraft<Fields>(shelf, place, Date.now()));
  const [fields, setFields] = useState<Fields>(() => ({ ...empty(), ...found?.fields }));
  const [kept, setKept] = useState(found !== null);
  const [commandId, setCommandId] = useState(() => found?.commandId ?? crypto.randomUUID());
  const [others] = useState(() =>
    draftsOf(shelf, place.personId, form.split('.')[0] ?? form).filter((one) => one !== form),
  );
  const dropped = useRef(false);

  useEffect(() => {
    if (dropped.current || !worthKeeping(fields)) return undefined;
    const keep = () => {
      if (!dropped.current) setKept(keepDraft(shelf, place, { commandId, savedAt: new Date().toISOString(), fields }));
    };
    const pause = setTimeout(keep, PAUSE);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(pause);
      removeEventListener('pagehide', keep);
    };
  }, [fields, commandId]);

  return {
    fields,
    put: (changes) => setFields((held) => ({ ...held, ...changes })),
    commandId,
    foundFrom: found?.savedAt ?? null,
    kept,
    others,
    drop() {
      dropped.current = true;
      dropDraft(shelf, place);
      setKept(false);
      setCommandId(crypto.randomUUID());
    },
  };
};
