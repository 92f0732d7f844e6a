import type { Channel, DeliveryForm, Reception } from '@demarche/contracts/vocabularies';
import { missing, orNull } from '../../forms/required.ts';
import type { FieldFault } from '../../graphql/send-command.ts';

export interface Person {
  readonly name: string;
  readonly title: string;
  readonly body: string;
}

/** A recommendation that was ticked: how they took it, and what they promised, if they did. */
export interface RaisedFields {
  readonly reception: Reception | '';
  readonly note: string;
  readonly promise: string;
  readonly dueOn: string;
  readonly responsibleBody: string;
}

export interface FollowUpFields {
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string;
}

/** Everything that the form holds; also what a draft keeps. */
export interface MeetingFields {
  readonly country: string;
  readonly occurredOn: string;
  readonly how: How;
  readonly channel: Channel;
  readonly deliveryForm: DeliveryForm;
  readonly counterparts: readonly Person[];
  /** Typed and not yet taken over as a counterpart. */
  readonly counterpartText: string;
  readonly raised: Readonly<Record<string, RaisedFields>>;
  readonly summary: string;
  readonly followUps: readonly FollowUpFields[];
  readonly post: string;
  readonly place: string;
  readonly ourSide: string;
  readonly forum: string;
  readonly otherCountries: string;
  readonly fbsObjective: string;
  readonly recordReference: string;
  readonly marking: string;
}

export type How = 'meeting' | 'demarche' | 'note' | 'call' | 'margin' | 'other';

export const HOW: Readonly<Record<How, string>> = {
  meeting: 'Meeting',
  demarche: 'Démarche',
  note: 'Diplomatic note',
  call: 'Call',
  margin: 'Forum margin',
  other: 'Other',
};

const MEANING: Readonly<Record<Exclude<How, 'other'>, readonly [Channel, DeliveryForm]>> = {
  meeting: ['meeting', 'oral'],
  demarche: ['meeting', 'demarche'],
  note: ['correspondence', 'diplomatic_note'],
  call: ['call', 'oral'],
  margin: ['forum_margin', 'oral'],
};

export const NOT_RAISED: RaisedFields = { reception: '', note: '', promise: '', dueOn: '', responsibleBody: '' };

export const emptyMeeting = (country: string, occurredOn: string, post: string): MeetingFields => ({
  country,
  occurredOn,
  how: 'meeting',
  channel: 'meeting',
  deliveryForm: 'oral',
  counterparts: [],
  counterpartText: '',
  raised: {},
  summary: '',
  followUps: [],
  post,
  place: '',
  ourSide: '',
  forum: '',
  otherCountries: '',
  fbsObjective: '',
  recordReference: '',
  marking: 'U',
});

/** `T. Varga, Deputy Minister of Justice, Ministry of Justice`. */
export const personIn = (text: string): Person | null => {
  const [name = '', title = '', ...body] = text.split(',').map((part) => part.trim());
  return name ? { name, title, body: body.join(', ') } : null;
};

export const personInWords = ({ name, title, body }: Person): string => [name, title, body].filter(Boolean).join(', ');

const everybody = ({ counterparts, counterpartText }: MeetingFields): Person[] => {
  const typed = personIn(counterpartText);
  return typed ? [...counterparts, typed] : [...counterparts];
};

const participant = ({ name, title, body }: Person) => ({ name, title: orNull(title), body: orNull(body) });

const countriesOf = ({ country, otherCountries }: MeetingFields): string[] => [
  ...new Set([country, ...otherCountries.toUpperCase().split(/[\s,;]+/)].filter(Boolean)),
];

/** What is missing, each with the sentence that asks for it. */
export const checkMeeting = (fields: MeetingFields): FieldFault[] => [
  ...missing([
    ['countries', fields.country, 'Choose the country.'],
    ['occurredOn', fields.occurredOn, 'Give the day.'],
    ['theirParticipants', everybody(fields), 'Name at least one counterpart: a name, then title and ministry.'],
    ['summary', fields.summary, 'Write what was said.'],
    ['post', fields.post, 'Name the embassy or office that held it.'],
  ]),
  ...Object.entries(fields.raised)
    .filter(([, { reception }]) => reception === '')
    .map(([reference]) => ({ field: `raised.${reference}`, message: `Say how they took ${reference}.` })),
  ...(fields.how === 'margin' && !fields.forum
    ? [{ field: 'forum', message: 'Name the forum in whose margin you met.' }]
    : []),
];

const promisesOf = (fields: MeetingFields) =>
  Object.entries(fields.raised)
    .filter(([, { promise }]) => promise.trim())
    .map(([reference, { promise, dueOn, responsibleBody }]) => ({
      country: fields.country,
      wording: promise.trim(),
      dueOn: orNull(dueOn),
      responsibleBody: orNull(responsibleBody),
      madeBy: orNull(everybody(fields)[0]?.name ?? ''),
      recommendations: [reference],
    }));

/** As the command takes it. */
export const meetingInput = (fields: MeetingFields) => {
  const [channel, deliveryForm] = fields.how === 'other' ? [fields.channel, fields.deliveryForm] : MEANING[fields.how];
  return {
    kind: fields.forum ? 'multilateral' : 'bilateral',
    occurredOn: fields.occurredOn,
    countries: countriesOf(fields),
    channel,
    deliveryForm,
    place: orNull(fields.place),
    post: fields.post.trim(),
    forum: orNull(fields.forum),
    ourParticipants: fields.ourSide
      .split('\n')
      .map(personIn)
      .filter((person) => person !== null)
      .map(participant),
    theirParticipants: everybody(fields).map(participant),
    pillars: [],
    fbsObjective: orNull(fields.fbsObjective),
    summary: fields.summary.trim(),
    recordReference: orNull(fields.recordReference),
    marking: fields.marking,
    raised: Object.entries(fields.raised).map(([reference, { reception, note }]) => ({
      reference,
      reception,
      note: orNull(note),
    })),
    promises: promisesOf(fields),
    followUps: fields.followUps
      .filter(({ what }) => what.trim())
      .map(({ what, owner, dueOn }) => ({ what: what.trim(), owner: owner.trim(), dueOn: orNull(dueOn) })),
  };
};

/** Whether there is anything worth keeping. */
export const isTouched = (fields: MeetingFields): boolean =>
  [fields.summary, fields.counterpartText].some((text) => text.trim() !== '') ||
  fields.counterparts.length + fields.followUps.length + Object.keys(fields.raised).length > 0;
