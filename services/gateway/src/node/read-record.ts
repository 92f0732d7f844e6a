import type { FollowUp, SearchHit } from '@demarche/contracts';
import { brandWithType } from '@pothos/core';
import type { Loaders } from '../point/loaders.ts';

/** A record by the name of its type and its natural key. */
export interface RecordKey {
  readonly typename: string;
  readonly key: string;
}

const readers: Readonly<Record<string, (loaders: Loaders, key: string) => Promise<object | null>>> = {
  Country: ({ countries }, code) => countries.load(code),
  CountryReport: ({ reports }, id) => reports.load(id),
  Recommendation: ({ recommendations }, reference) => recommendations.load(reference),
  Engagement: ({ engagements }, id) => engagements.load(id),
  FollowUp: (loaders, id) => readFollowUp(loaders, id),
  Commitment: ({ commitments }, id) => commitments.load(id),
  Instrument: ({ instruments }, id) => instruments.load(id),
};

/** Null where there is no such type, or nothing was held at the point. */
export const readRecord = async (loaders: Loaders, { typename, key }: RecordKey): Promise<object | null> => {
  const record = Object.hasOwn(readers, typename) ? await readers[typename]?.(loaders, key) : undefined;
  if (record) brandWithType(record, typename as never);
  return record ?? null;
};

/** A follow-up is held by its engagement, whose id its own begins with. */
const readFollowUp = async ({ engagements }: Loaders, id: string): Promise<FollowUp | null> => {
  const engagement = await engagements.load(id.slice(0, id.lastIndexOf('-')));
  return engagement?.followUps.find(({ followUpId }) => followUpId === id) ?? null;
};

const typeOfHit: Readonly<Record<SearchHit['kind'], string | null>> = {
  country: 'Country',
  recommendation: 'Recommendation',
  engagement: 'Engagement',
  promise: 'Commitment',
  forum_commitment: 'Commitment',
  concrete_action: null,
};

export const recordOfHit = ({ kind, id }: SearchHit): RecordKey | null => {
  const typename = typeOfHit[kind];
  return typename === null ? null : { typename, key: id };
};
