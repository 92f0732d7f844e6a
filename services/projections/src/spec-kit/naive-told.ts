import type { RecordableEvent, RecordedEvent } from '@demarche/contracts';

export type DataOf<Type extends RecordableEvent['type']> = Extract<RecordableEvent, { type: Type }>['data'];

type ToldEvent = RecordableEvent & { readonly position: number; readonly eventId: string };

type ToldOf<Type extends RecordableEvent['type']> = Extract<RecordableEvent, { type: Type }> & {
  readonly position: number;
  readonly eventId: string;
};

/** What had been recorded by a position, to be picked out by type. */
export interface Told {
  readonly events: readonly ToldEvent[];
  of<Type extends RecordableEvent['type']>(...types: Type[]): ToldOf<Type>[];
}

export const toldBy = (recorded: readonly RecordedEvent[], systemPosition: number): Told => {
  const events = recorded
    .filter(({ position }) => position <= systemPosition)
    .map(({ type, data, position, eventId }) => ({ type, data, position, eventId }) as unknown as ToldEvent);
  return {
    events,
    of: <Type extends RecordableEvent['type']>(...types: Type[]) =>
      events.filter((event) => (types as string[]).includes(event.type)) as ToldOf<Type>[],
  };
};

export const sortedBy = <Item>(items: readonly Item[], key: (item: Item) => string | number): Item[] =>
  [...items].sort((one, other) => (key(one) < key(other) ? -1 : 1));

/** Sorts by the day in the world, then by the order of recording. */
export const place = (on: string, position: number): string => `${on} ${String(position).padStart(9, '0')}`;
