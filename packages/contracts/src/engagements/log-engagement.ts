import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { eachOnce } from '../values/each-once.ts';
import { CountryCode, EngagementId } from '../values/identifiers.ts';
import { Officer, Participant } from '../values/people.ts';
import { Line, Note } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import {
  channels,
  deliveryForms,
  engagementKinds,
  fbsObjectives,
  forums,
  markings,
  pillars,
} from '../vocabularies/index.ts';
import { FollowUpRequest } from './assign-follow-up.ts';
import { RaisedRequest } from './raise-recommendation.ts';
import { PromiseRequest } from './record-promise.ts';

/** What is recorded of an engagement itself; a correction replaces it whole. */
export const EngagementContent = {
  kind: vocabulary(engagementKinds).default('bilateral'),
  occurredOn: IsoDate,
  countries: eachOnce(CountryCode).min(1, 'must name at least one country').max(60),
  channel: vocabulary(channels).default('meeting'),
  deliveryForm: vocabulary(deliveryForms).default('oral'),
  place: Line.nullable().default(null),
  /** The embassy or office that held it: "Embassy Kald City". */
  post: Line,
  forum: vocabulary(forums).nullable().default(null),
  ourParticipants: z.array(Participant).max(30).default([]),
  theirParticipants: z.array(Participant).min(1, 'must name at least one counterpart').max(60),
  pillars: eachOnce(vocabulary(pillars)).max(4).default([]),
  fbsObjective: vocabulary(fbsObjectives).nullable().default(null),
  summary: Note,
  /** Where the record copy is filed, for example a cable number. */
  recordReference: Line.nullable().default(null),
  marking: vocabulary(markings).default('U'),
};

export const LogEngagement = defineCommand({
  name: 'log-engagement',
  service: 'engagements',
  path: '/engagements',
  doc: 'Logs a meeting, démarche, note or other engagement, with what was raised, promised and left to do, all or nothing.',
  input: z.strictObject({
    ...EngagementContent,
    raised: z.array(RaisedRequest).max(60).default([]),
    promises: z.array(PromiseRequest).max(30).default([]),
    followUps: z.array(FollowUpRequest).max(30).default([]),
  }),
  rejections: {
    'occurred-in-the-future': 'The day given lies in the future',
    'forum-missing': 'A multilateral engagement names its forum',
    'recommendation-unknown': 'No such recommendation is on record',
    'recommendation-of-another-country': 'A recommendation named belongs to a country that was not engaged',
    'recommendation-raised-before': 'The same recommendation was named twice',
    'country-not-engaged': 'A promise was made by a country that was not engaged',
    'promise-due-before-made': 'A promise would be due before it was made',
    'reference-taken': 'The reference drawn for the engagement is in use',
  },
});
export type LogEngagement = InputOf<typeof LogEngagement>;

export const EngagementLogged = defineEvent({
  type: 'EngagementLogged',
  version: 1,
  owner: 'engagements',
  stream: 'engagement',
  doc: 'We met, called or wrote to officials of another government, alone or within a forum.',
  data: z.object({ engagementId: EngagementId, ...EngagementContent, loggedBy: Officer }),
  countries: (data) => data.countries,
});
export type EngagementLogged = EventOf<typeof EngagementLogged>;
