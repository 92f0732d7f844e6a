import { type TimelineEntry, type TimelineFilter, type TimelineSubject } from '@demarche/contracts';
import type { InputRef } from '@pothos/core';
import type { z } from 'zod';
import { builder } from '../builder.ts';
import { type Connection, type PageArguments, pageArgs, readPage, toConnection } from '../connection/connection.ts';
import { enumNamed } from '../contract-types/enums.ts';
import { givenOnly } from '../contract-types/filter-object.ts';
import type { Loaders } from '../point/loaders.ts';

type Filter = z.input<typeof TimelineFilter>;

const filterInput = builder.inputType('TimelineFilter', {
  fields: (t) => ({
    kinds: t.field({ type: [enumNamed('TimelineKind')] }),
    pillars: t.field({ type: [enumNamed('Pillar')] }),
    recommendations: t.field({ type: ['RecommendationReference'] }),
  }),
}) as unknown as InputRef<Filter>;

export const timelineArgs = {
  ...builder.args((t) => ({ filter: t.field({ type: filterInput }) })),
  ...pageArgs,
};

export interface TimelineArguments extends PageArguments {
  readonly filter?: Filter | null | undefined;
}

/** One page of one subject's timeline; the pages of all subjects asked for in a tick are one question. */
export const readTimeline = async (
  { timelines }: Loaders,
  subject: TimelineSubject,
  given: TimelineArguments,
): Promise<Connection<TimelineEntry>> =>
  toConnection(await timelines.load(subject, { filter: givenOnly(given.filter), ...readPage(given) }), given);
