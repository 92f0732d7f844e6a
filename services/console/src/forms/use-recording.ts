import { useRef, useState } from 'preact/hooks';
import { type Command, type CommandAnswer, type FieldFault, type Sent, sendCommand } from '../graphql/send-command.ts';

export interface Trouble {
  readonly title: string;
  readonly detail: string;
  readonly faults: readonly FieldFault[];
  /** Nothing came back: it may or may not have been recorded, and sending again is safe. */
  readonly lost: boolean;
}

export interface Recording {
  readonly sending: boolean;
  readonly trouble: Trouble | null;
  readonly answer: CommandAnswer | null;
  /** The sentence at a field, if something is wrong with it. */
  faultAt(field: string): string | undefined;
  /** Says what is missing without sending anything. */
  complain(faults: readonly FieldFault[]): void;
  send(command: Omit<Command, 'idempotencyKey'> & { readonly idempotencyKey?: string }): Promise<Sent>;
  /** The next thing gets a key of its own. */
  again(): void;
}

const MISSING = {
  title: 'Something is missing',
  detail: 'Nothing was sent. Complete what is named here, then save again.',
};

/** The answer to what was sent first was lost, and what is sent now says something else. */
const SAVED_BEFORE = {
  title: 'An earlier version of this is on record',
  detail:
    'What you sent before the connection broke did arrive. Look it up and correct it there; nothing was recorded now.',
};

const LOST = 'Whether it was recorded is not known. Save again: it will not be recorded twice.';

/** Which field a rule speaks of, where it speaks of one. */
export type FieldsOfRules = Readonly<Record<string, string>>;

const troubleOf = (sent: Sent, fieldOf: FieldsOfRules): Trouble | null => {
  switch (sent.outcome) {
    case 'answered':
      return null;
    case 'lost':
      return { title: 'No answer came', detail: `${sent.reason} ${LOST}`, faults: [], lost: true };
    case 'refused': {
      if (sent.refusal.code === 'key-reused') return { ...SAVED_BEFORE, faults: [], lost: false };
      const { code, title, detail, errors } = sent.refusal;
      const field = fieldOf[code];
      const named = field ? [{ field, message: detail }] : [];
      return { title, detail, faults: errors?.length ? errors : named, lost: false };
    }
  }
};

/** Sends one command from a form. One form, one key: pressed twice, or after a lost answer, it is recorded once. */
export const useRecording = (fieldOf: FieldsOfRules = {}): Recording => {
  const key = useRef(crypto.randomUUID());
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [answer, setAnswer] = useState<CommandAnswer | null>(null);
  return {
    sending,
    trouble,
    answer,
    faultAt: (field) => trouble?.faults.find((fault) => fault.field === field)?.message,
    complain: (faults) => setTrouble({ ...MISSING, faults: [...faults], lost: false }),
    async send(command) {
      setSending(true);
      const sent = await sendCommand({ idempotencyKey: key.current, ...command });
      setSending(false);
      setTrouble(troubleOf(sent, fieldOf));
      if (sent.outcome === 'answered') setAnswer(sent.answer);
      return sent;
    },
    again() {
      key.current = crypto.randomUUID();
      setAnswer(null);
      setTrouble(null);
    },
  };
};
