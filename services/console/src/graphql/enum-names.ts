import * as vocabularies from '@demarche/contracts/vocabularies';

/**
 * The gateway names the values of an enum in GraphQL's way (`TIER_2_WATCH_LIST`), the contracts in their own
 * (`tier-2-watch-list`). The console speaks the contracts' codes; here, and only here, one becomes the other.
 */
const NAMED_FIELDS = new Set(
  (
    'basis channel code issuedOnBasis commitmentKind decision delivery deliveryForm fbsObjective force kind lastReception marking movement needs ' +
    'occurredOnBasis pace pillar previousStatus reason reception recordState relation response role section side sort state status ' +
    'value waitingOn forces kinds pillars recordStates responses standards states statuses tiers'
  ).split(' '),
);

const PREFIXES: Readonly<Record<string, string>> = { fbsObjective: 'OBJECTIVE_', standards: 'STANDARD_' };

const FURTHER_CODES = (
  'attention no-recent-engagement overdue-promises promises-due promise-overdue follow-up-overdue raised-unanswered rewording-to-review not-up-to-date ' +
  'name tier open last-engagement next-due implemented reference newest status promise forum_commitment follow_up done overdue any country recommendation engagement ' +
  'concrete_action stated statutory adopted dismissed concrete_actions no_action_finding'
).split(' ');

const enumName = (code: string): string =>
  code
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .join('_')
    .toUpperCase();

const { forums: _, fbsObjectives, minimumStandards, ...plain } = vocabularies;

const unprefixed = new Set([...FURTHER_CODES, ...Object.values(plain).flatMap((labels) => Object.keys(labels))]);

/** Codes of kinds of timeline entries are not here: an entry is known by its type. */
const codes = new Map<string, string>([
  ...[...unprefixed].map((code) => [enumName(code), code] as const),
  ...Object.keys(fbsObjectives).map((code) => [`OBJECTIVE_${enumName(code)}`, code] as const),
  ...Object.keys(minimumStandards).map((code) => [`STANDARD_${enumName(code)}`, code] as const),
]);

type Turn = (field: string, text: string) => string;

const mapped = (value: unknown, field: string, turn: Turn): unknown => {
  if (typeof value === 'string') return NAMED_FIELDS.has(field) ? turn(field, value) : value;
  if (Array.isArray(value)) return value.map((item) => mapped(item, field, turn));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapped(inner, name, turn)]));
};

const codeOf: Turn = (_field, name) => codes.get(name) ?? name;

const nameOf: Turn = (field, code) => {
  const prefix = PREFIXES[field];
  if (prefix) return prefix + enumName(code);
  return unprefixed.has(code) ? enumName(code) : code;
};

/** An answer with the contracts' codes. */
export const codesIn = (answer: unknown): unknown => mapped(answer, '', codeOf);

/** Variables with GraphQL's names. */
export const namesIn = (variables: unknown): unknown => mapped(variables, '', nameOf);

export const isNamedField = (field: string): boolean => NAMED_FIELDS.has(field);
