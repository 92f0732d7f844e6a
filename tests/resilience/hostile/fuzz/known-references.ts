import type { IsoDate } from '@demarche/contracts';
import { demonstrationHistory } from '@demarche/testing/scenario';

const REFERENCE =
  /"((?:ENG|ACT)-[0-9A-Z]{4}-[0-9A-Z]{4}(?:-[FP]\d+)?|X[A-Z]{2}(?:-\d{4}(?:-W\d+|-\d{2}(?:-[RAC]\d+)?)?)?|[A-Z]{2,6}(?:-[A-Z0-9]+)+(?:-C\d+)?)"/g;

/** References of what the demonstration holds, every kind of them, the newest first. */
export const knownReferences = (most = 1_500): readonly string[] => {
  const found = new Set<string>();
  const today = new Date().toISOString().slice(0, 10) as IsoDate;
  for (const { data } of demonstrationHistory({ today })) {
    for (const [, reference = ''] of JSON.stringify(data).matchAll(REFERENCE)) found.add(reference);
  }
  return [...found].reverse().slice(0, most);
};
