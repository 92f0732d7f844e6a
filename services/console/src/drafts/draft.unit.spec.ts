import { beforeEach, expect, test } from 'vitest';
import { type Draft, draftsOf, dropDraft, findDraft, keepDraft, purgeDrafts } from './draft.ts';

const shelfOf = (entries = new Map<string, string>()) => ({
  getItem: (key: string) => entries.get(key) ?? null,
  setItem: (key: string, value: string) => void entries.set(key, value),
  removeItem: (key: string) => void entries.delete(key),
  key: (index: number) => [...entries.keys()][index] ?? null,
  get length() {
    return entries.size;
  },
});

const place = { personId: 'ines.okafor', form: 'log-meeting' };
const savedAt = '2026-11-21T10:00:00.000Z';
const draft: Draft<{ summary: string }> = { commandId: 'key-1', savedAt, fields: { summary: 'He expects the draft' } };
const atOnce = Date.parse(savedAt);
let shelf = shelfOf();

beforeEach(() => {
  shelf = shelfOf();
  keepDraft(shelf, place, draft);
});

test('given a closed tab, then what was typed comes back with the same key', () => {
  expect(findDraft(shelf, place, atOnce)).toEqual(draft);
});

test('given another person, then there is no draft', () => {
  expect(findDraft(shelf, { ...place, personId: 'jon.reyes' }, atOnce)).toBeNull();
});

test('given more than seven days, then it is destroyed', () => {
  expect(findDraft(shelf, place, atOnce + 7 * 86_400_000 + 1)).toBeNull();
  expect(shelf.length).toBe(0);
});

test('given a save, then it is gone', () => {
  dropDraft(shelf, place);
  expect(findDraft(shelf, place, atOnce)).toBeNull();
});

test('given a sign-out, then every draft is gone and nothing else', () => {
  keepDraft(shelf, { personId: 'jon.reyes', form: 'log-meeting' }, draft);
  shelf.setItem('somebody.else', 'x');
  purgeDrafts(shelf);
  expect(shelf.length).toBe(1);
});

test('given drafts of several countries, then each is told to the person who typed it', () => {
  keepDraft(shelf, { ...place, form: 'log-meeting.XKD' }, draft);
  keepDraft(shelf, { personId: 'jon.reyes', form: 'log-meeting.XNB' }, draft);
  expect(draftsOf(shelf, 'ines.okafor', 'log-meeting')).toEqual(['log-meeting', 'log-meeting.XKD']);
});

test('given a storage that refuses, then the page is told and goes on', () => {
  const full = {
    ...shelf,
    setItem: () => {
      throw new Error('quota');
    },
  };
  expect(keepDraft(full, place, draft)).toBe(false);
});

test('given something that is no draft, then there is none', () => {
  shelf.setItem('demarche.draft.ines.okafor.log-meeting', '{"broken"');
  expect(findDraft(shelf, place, atOnce)).toBeNull();
});
