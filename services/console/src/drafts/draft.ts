/** What somebody has typed and not saved yet, with the key under which it will be saved: sent twice, it is recorded once. */
export interface Draft<Fields> {
  readonly commandId: string;
  readonly savedAt: string;
  readonly fields: Fields;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'demarche.draft.';
const KEPT_FOR = 7 * 86_400_000;

const keyOf = (personId: string, form: string): string => `${PREFIX}${personId}.${form}`;

/** Keeps a draft under the person who typed it. A full or forbidden storage loses the draft, never the page. */
export const keepDraft = <Fields>(
  shelf: Shelf,
  place: { personId: string; form: string },
  draft: Draft<Fields>,
): boolean => {
  try {
    shelf.setItem(keyOf(place.personId, place.form), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

/** The draft of this person, unless it is older than seven days: then it is destroyed. */
export const findDraft = <Fields>(
  shelf: Shelf,
  place: { personId: string; form: string },
  now: number,
): Draft<Fields> | null => {
  const key = keyOf(place.personId, place.form);
  const draft = parsed<Fields>(shelf.getItem(key));
  if (draft && now - Date.parse(draft.savedAt) <= KEPT_FOR) return draft;
  shelf.removeItem(key);
  return null;
};

export const dropDraft = (shelf: Shelf, place: { personId: string; form: string }): void =>
  shelf.removeItem(keyOf(place.personId, place.form));

/** The forms of one kind of which this person has a draft: `log-meeting.XKD`. */
export const draftsOf = (shelf: Shelf, personId: string, kind: string): string[] => {
  const prefix = keyOf(personId, kind);
  return keysOf(shelf)
    .filter((key) => key === prefix || key.startsWith(`${prefix}.`))
    .map((key) => key.slice(keyOf(personId, '').length));
};

/** At sign-out nothing typed stays on the device, whoever typed it. */
export const purgeDrafts = (shelf: Shelf): void => {
  for (const key of keysOf(shelf)) if (key.startsWith(PREFIX)) shelf.removeItem(key);
};

const keysOf = (shelf: Shelf): string[] => Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');

const parsed = <Fields>(text: string | null): Draft<Fields> | null => {
  try {
    const draft = JSON.parse(text ?? 'null') as Draft<Fields> | null;
    return draft?.commandId && draft.savedAt && draft.fields ? draft : null;
  } catch {
    return null;
  }
};
