import { z } from 'zod';
import { EngagementContent } from '../engagements/log-engagement.ts';
import { CommitmentId, CountryCode, EngagementId, FollowUpId, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { IsoDate, IsoInstant } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { commitmentStates, engagementKinds, receptions } from '../vocabularies/index.ts';
import { defineQuery } from './define-query.ts';
import { Paging, pageOf } from './paging.ts';

export const FollowUp = z.object({
  followUpId: FollowUpId,
  engagementId: EngagementId,
  countries: z.array(CountryCode),
  what: z.string(),
  owner: z.string(),
  dueOn: IsoDate.nullable(),
  done: z.object({ occurredOn: IsoDate, outcome: z.string().nullable(), by: Officer }).nullable(),
  overdue: z.boolean(),
});
export type FollowUp = z.infer<typeof FollowUp>;

export const Engagement = z.object({
  engagementId: EngagementId,
  ...EngagementContent,
  raised: z.array(
    z.object({
      reference: RecommendationReference,
      text: z.string(),
      reception: vocabulary(receptions),
      note: z.string().nullable(),
    }),
  ),
  promises: z.array(
    z.object({
      commitmentId: CommitmentId,
      wording: z.string(),
      dueOn: IsoDate.nullable(),
      state: vocabulary(commitmentStates),
      overdue: z.boolean(),
    }),
  ),
  followUps: z.array(FollowUp),
  loggedBy: Officer,
  recordedAt: IsoInstant,
  correctedAt: IsoInstant.nullable(),
  withdrawn: z.object({ occurredOn: IsoDate, reason: z.string(), by: Officer }).nullable(),
  revision: z.number().int(),
  notUpToDateSince: IsoInstant.nullable(),
});
export type Engagement = z.infer<typeof Engagement>;

export const EngagementsById = defineQuery({
  name: 'engagements-by-id',
  doc: 'The engagements named, in the order of the question; null where nothing was held. A withdrawn one is still answered, marked as such.',
  arguments: z.strictObject({ ids: z.array(EngagementId).max(300) }),
  result: z.array(Engagement.nullable()),
});

export const Engagements = defineQuery({
  name: 'engagements',
  doc: 'The engagement log, newest first; withdrawn ones left out.',
  arguments: z.strictObject({
    filter: z
      .strictObject({
        countries: z.array(CountryCode).max(300).optional(),
        kinds: z.array(vocabulary(engagementKinds)).optional(),
        posts: z.array(z.string()).max(50).optional(),
        from: IsoDate.optional(),
        to: IsoDate.optional(),
        /** Part of a counterpart’s name, title or body. */
        counterpart: z.string().max(200).optional(),
        text: z.string().max(200).optional(),
      })
      .prefault({}),
    ...Paging,
  }),
  result: pageOf(Engagement),
});

export const FollowUps = defineQuery({
  name: 'follow-ups',
  doc: 'Follow-ups, those due first before the rest.',
  arguments: z.strictObject({
    filter: z
      .strictObject({
        countries: z.array(CountryCode).max(300).optional(),
        owner: z.string().max(300).optional(),
        state: z.enum(['open', 'done', 'overdue', 'any']).default('open'),
      })
      .prefault({}),
    ...Paging,
  }),
  result: pageOf(FollowUp),
});
