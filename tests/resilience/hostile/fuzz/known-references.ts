import type { IsoDate } from '@demarche/contracts';
import { demonstrationHistory } from '@demarche/testing/scenario';

const REFERENCE =
  /"((?:ENG|ACT)-[0-9A-Z]{4}-[0-9A-Z]{4}(?:-[FP]\d+)?|X[A-Z]{2}(?:-\d{4}(?:-W\d+|-\d{2}(?:-[RAC]\d+)?)?)?|[A-Z]{2,6}(?:-[A-Z0-9]+)+(?:-C\d+)?)"/g;

/** `XKD-2024-03-A1` has the shape of every assessment. */
const shapeOf = (reference: string): string =>
  reference.startsWith('ENG-') || reference.startsWith('ACT-')
    ? reference.replace(/-.{4}-.{4}/, '').replace(/\d+$/, '')
    : reference.replace(/^X[A-Z]{2}/, 'X').replace(/\d+/g, '0');

/** References of what the demonstration holds: of every kind so many, the newest first. */
export const knownReferences = (ofEachKind = 150): readonly string[] => {
  const found = new Set<string>();
  const today = new Date().toISOString().slice(0, 10) as IsoDate;
  for (const { data } of demonstrationHistory({ today })) {
    for (const [, reference = ''] of JSON.stringify(data).matchAll(REFERENCE)) found.add(reference);
  }
  const byShape = Map.groupBy([...found].reverse(), shapeOf);
  return [...byShape.values()].flatMap((references) => references.slice(0, ofEachKind));
};
