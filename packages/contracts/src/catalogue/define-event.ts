import type { z } from 'zod';

export type OwningService = 'recommendations' | 'engagements' | 'commitments';

/** A stream holds one thing with a life; its category is the part of the stream's name before the first hyphen. */
export type StreamCategory = 'countryReport' | 'recommendation' | 'action' | 'engagement' | 'instrument' | 'commitment';

/** Turns the data of one version into the data of the next. Pure; never loses a field that it does not know. */
export type Upcaster = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

export interface EventDefinition<Type extends string = string, Schema extends z.ZodObject = z.ZodObject> {
  readonly type: Type;
  /** The newest version. It counts up from 1; every version that was ever released keeps a fixture. */
  readonly version: number;
  readonly owner: OwningService;
  readonly stream: StreamCategory;
  /** What the event means to a diplomat, in one line. */
  readonly doc: string;
  /** The newest version's data. */
  readonly data: Schema;
  /** `upcasters[n]` turns version n into version n + 1; there is one for every version but the newest. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
  /** `earlier[n]` is the data of version n as it was released; there is one for every version but the newest. */
  readonly earlier: Readonly<Record<number, z.ZodObject>>;
  /** The countries that the event is about; it decides who sees it and under which subject it is published. */
  readonly countries: (data: z.output<Schema>) => readonly string[];
}

/** The domain event of a definition: its type and its newest data. */
export type EventOf<Definition> =
  Definition extends EventDefinition<infer Type, infer Schema>
    ? { readonly type: Type; readonly data: z.output<Schema> }
    : never;

export const defineEvent = <Type extends string, Schema extends z.ZodObject>(
  definition: Omit<EventDefinition<Type, Schema>, 'upcasters' | 'earlier'> &
    Partial<Pick<EventDefinition, 'upcasters' | 'earlier'>>,
): EventDefinition<Type, Schema> => ({ upcasters: {}, earlier: {}, ...definition });
