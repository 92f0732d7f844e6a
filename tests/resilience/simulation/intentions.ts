import type { CommandId, Officer } from '@demarche/contracts';
import { deriveReference } from '@demarche/service-kit';
import type { SeededRandom } from '@demarche/testing/scenario';

/** Something a person wants on record: one command under one key, sent until it is answered. */
export interface Intention {
  readonly name: string;
  readonly input: object;
  readonly key: CommandId;
  readonly officer: Officer;
}

const lead: Officer = {
  id: 'ines.okafor',
  name: 'Ines Okafor',
  role: 'rpa_lead',
  post: 'Reports and Political Affairs',
};
const secondLead: Officer = { ...lead, id: 'tomas.lind', name: 'Tomas Lind' };
const embassy: Officer = { id: 'maya.reyes', name: 'Maya Reyes', role: 'embassy_officer', post: 'Embassy Kald City' };
const forum: Officer = {
  id: 'omar.haddad',
  name: 'Omar Haddad',
  role: 'multilateral_officer',
  post: 'Multilateral Affairs',
};

const hex = (random: SeededRandom) => random.bits().toString(16).padStart(8, '0');

const newKey = (random: SeededRandom): CommandId => {
  const [a, b, c, d] = [hex(random), hex(random), hex(random), hex(random)];
  return `${a}-${b.slice(0, 4)}-7${b.slice(5)}-a${c.slice(5)}-${c.slice(0, 4)}${d}` as CommandId;
};

const REPORTS = [
  ['XKD', 'Kaldara', 2],
  ['XNV', 'Norvia', 1],
] as const;
const everyReference = ['XKD-2024-01', 'XKD-2024-02', 'XNV-2024-01'];
const countryOf = (reference: string) => reference.slice(0, 3);
const SYMBOL = 'A/RES/79/1';
const commitment = 'UNGA-A-RES-79-1-C01';

const report = ([country, countryName, asks]: (typeof REPORTS)[number]) => ({
  country,
  countryName,
  reportYear: 2024,
  publishedOn: '2024-06-24',
  section: 'complete',
  recommendations: Array.from({ length: asks }, (_, index) => ({ text: `Do the thing numbered ${index + 1}.` })),
});

const engagement = (reference: string) => ({
  occurredOn: '2025-02-03',
  countries: [countryOf(reference)],
  post: 'Embassy Kald City',
  theirParticipants: [{ name: 'A. Minister' }],
  summary: 'They took note.',
  raised: [{ reference, reception: 'welcomed' }],
  promises: [{ country: countryOf(reference), wording: 'A draft by summer.', recommendations: [reference] }],
  followUps: [{ what: 'Send examples.', owner: 'Maya Reyes' }],
});

interface Wish {
  readonly name: string;
  readonly officer: Officer;
  readonly input: object;
}

interface Subjects {
  readonly reference: string;
  readonly engagementId: string;
  readonly actionId: string;
}

/** What may be wanted of a recommendation, of an engagement with its promise, of an action, and of a forum's text. */
const wishes = (random: SeededRandom, { reference, engagementId, actionId }: Subjects): readonly (() => Wish)[] => {
  const country = countryOf(reference);
  const promise = `${engagementId}-P1`;
  const noteworthy = { reference, occurredOn: '2025-03-01' };
  const number = random.integer(1, 99);
  return [
    () => ({ name: 'note-pace', officer: embassy, input: { ...noteworthy, note: `Noted as number ${number}.` } }),
    () => ({ name: 'note-pace', officer: embassy, input: { ...noteworthy, pace: 'delayed', waitingOn: 'other' } }),
    () => ({ name: 'record-government-response', officer: embassy, input: { ...noteworthy, response: 'supported' } }),
    () => ({ name: 'tag-recommendation', officer: lead, input: { reference, pillars: ['protection'], standards: [] } }),
    () => ({
      name: 'close-recommendation',
      officer: lead,
      input: { ...noteworthy, reason: 'closed_overtaken', explanation: 'A new law.' },
    }),
    () => ({
      name: 'assess-implementation',
      officer: secondLead,
      input: {
        ...noteworthy,
        reportingPeriod: 2024,
        status: 'not_started',
        rationale: 'Nothing was seen.',
        basis: { kind: 'no_action_finding', finding: 'Nothing was done.' },
      },
    }),
    () => ({
      name: 'assess-implementation',
      officer: secondLead,
      input: {
        ...noteworthy,
        reportingPeriod: 2024,
        status: 'partially_implemented',
        rationale: 'They began.',
        basis: { kind: 'concrete_actions', actions: [actionId] },
      },
    }),
    () => ({
      name: 'assign-follow-up',
      officer: embassy,
      input: { engagementId, what: `Call number ${number}.`, owner: 'Maya Reyes' },
    }),
    () => ({
      name: 'complete-follow-up',
      officer: embassy,
      input: { engagementId, followUpId: `${engagementId}-F1`, occurredOn: '2025-03-02' },
    }),
    () => ({ name: 'record-promise', officer: embassy, input: { engagementId, country, wording: `Word ${number}.` } }),
    () => ({
      name: 'raise-recommendation',
      officer: embassy,
      input: { engagementId, reference, reception: 'deferred' },
    }),
    () => ({
      name: 'review-delivery',
      officer: secondLead,
      input: { commitmentId: promise, occurredOn: '2025-04-01', delivery: 'complete', rationale: 'They did it.' },
    }),
    () => ({
      name: 'fulfil-commitment',
      officer: secondLead,
      input: { commitmentId: promise, occurredOn: '2025-04-02', explanation: 'Done.' },
    }),
    () => ({
      name: 'lapse-commitment',
      officer: secondLead,
      input: { commitmentId: random.pick([promise, commitment]), occurredOn: '2025-04-02', explanation: 'Too late.' },
    }),
    () => ({
      name: 'add-forum-commitment',
      officer: forum,
      input: { instrumentId: 'UNGA-A-RES-79-1', wording: `Decides ${number}.`, force: 'hortatory' },
    }),
  ];
};

/** What the people of one world want, each person in this order: first what the rest is about, then the rest. */
export const intentionsOf = (random: SeededRandom, people: number): readonly (readonly Intention[])[] => {
  const intend = ({ name, officer, input }: Wish): Intention => ({ name, officer, input, key: newKey(random) });
  // Where there are few things to speak of, people get in each other's way.
  const references = random.some(everyReference, random.integer(1, 3));
  const meetings = random
    .some(everyReference, random.integer(1, 2))
    .map((reference) => intend({ name: 'log-engagement', officer: embassy, input: engagement(reference) }));
  const action = intend({
    name: 'record-concrete-action',
    officer: embassy,
    input: { occurredOn: '2025-01-10', description: 'A shelter opened.', recommendations: [random.pick(references)] },
  });
  const first = [
    ...REPORTS.map((entry) => intend({ name: 'publish-country-report', officer: lead, input: report(entry) })),
    intend({
      name: 'record-forum-instrument',
      officer: forum,
      input: {
        forum: 'UNGA',
        documentSymbol: SYMBOL,
        title: 'Declaration',
        occurredOn: '2025-01-02',
        commitments: [{ wording: 'Decides to act.', force: 'hortatory' }],
      },
    }),
  ];
  const rest = Array.from({ length: random.integer(6, 14) }, () => {
    const subjects = {
      reference: random.pick(references),
      engagementId: deriveReference('ENG', random.pick(meetings).key),
      actionId: deriveReference('ACT', action.key),
    };
    return intend(random.pick(wishes(random, subjects))());
  });
  const wanted = [...first, ...random.shuffled([...meetings, action]), ...rest];
  return Array.from({ length: people }, (_, person) => wanted.filter((_, index) => index % people === person));
};
