import { describe, expect, test } from 'vitest';
import type { Recommendation } from '../graphql/answers.ts';
import { standingInWords } from './standing.ts';
import { stationsOf } from './stations.ts';
import { wholeWay } from './whole-way.ts';

const officer = { id: 'ines.okafor', name: 'Ines Okafor', role: 'rpa_lead' as const, post: 'Washington' };
const assessment = (status: 'initial_steps' | 'implemented', signedOff: boolean, reportingPeriod = 2026) => ({
  assessmentId: 'XKD-2026-01-A1',
  status,
  reportingPeriod,
  occurredOn: `${reportingPeriod}-11-01`,
  rationale: 'A first step was taken.',
  basis: { kind: 'no_action_finding', finding: 'None.' },
  assessedBy: officer,
  signedOff: signedOff ? { by: officer, occurredOn: '2026-11-02' } : null,
});

const issued = {
  reference: 'XKD-2026-01',
  reportYear: 2026,
  issuedOn: '2026-06-30',
  recordState: 'issued',
  succeededBy: null,
  response: { value: 'none_yet', responseId: null, occurredOn: null, comment: null, respondent: null },
  implementation: { status: 'not_assessed', reportingPeriod: 2026, assessment: null, lastPeriod: null },
  closure: null,
  pace: null,
  waitingOn: null,
  raised: { times: 0, lastOn: null, lastReception: null },
  promises: [],
  actions: { count: 0, lastOn: null, lastDescription: null },
} as unknown as Recommendation;

const given = (changes: object): Recommendation => ({ ...issued, ...changes }) as Recommendation;
const detailsOf = (recommendation: Recommendation, before: readonly Recommendation[] = []) =>
  stationsOf(recommendation, wholeWay(before, recommendation), '2026-11-21').map(
    ({ name, state, detail }) => `${name} ${state}: ${detail}`,
  );
const piecesOf = (recommendation: Recommendation, before: readonly Recommendation[] = []) =>
  standingInWords(recommendation, wholeWay(before, recommendation));
const sentenceOf = (recommendation: Recommendation, before?: readonly Recommendation[]) =>
  piecesOf(recommendation, before)
    .map(({ text }) => text)
    .join('');
const first = given({ reference: 'XKD-2022-01', reportYear: 2022, issuedOn: '2022-06-30' });

describe('the seven stations', () => {
  test('given a recommendation that was only issued, then each says what is missing', () => {
    expect(detailsOf(issued)).toEqual([
      'Issued reached: 30 Jun 2026',
      'Raised open: not yet raised',
      'Response open: no response yet',
      'Promise open: none made',
      'Action open: none recorded',
      'Assessment open: not assessed',
      'Outcome open: open',
    ]);
  });

  test('given the whole way, then each has its date', () => {
    const done = given({
      raised: { times: 6, lastOn: '2026-09-09', lastReception: 'welcomed' },
      response: { ...issued.response, value: 'supported', occurredOn: '2025-04-18' },
      promises: [
        { commitmentId: 'P1', wording: 'Law', dueOn: '2026-10-31', state: 'open', delivery: null, overdue: true },
      ],
      actions: { count: 1, lastOn: '2026-05-03', lastDescription: 'Draft' },
      implementation: { ...issued.implementation, status: 'implemented', assessment: assessment('implemented', true) },
      recordState: 'closed',
      closure: {
        closureId: 'C1',
        reason: 'closed_implemented',
        occurredOn: '2026-11-20',
        explanation: 'Done.',
        closedBy: officer,
      },
    });
    expect(detailsOf(done)).toEqual([
      'Issued reached: 30 Jun 2026',
      'Raised reached: 6 times, last 9 Sep, welcomed',
      'Response reached: supported, 18 Apr 2025',
      'Promise overdue: due 31 Oct, overdue',
      'Action reached: 1 action, last 3 May',
      'Assessment reached: implemented',
      'Outcome reached: implemented, 20 Nov',
    ]);
  });

  test('given an assessment of the period before, then this period’s is open and says what was', () => {
    const last = given({
      implementation: { ...issued.implementation, lastPeriod: assessment('initial_steps', false, 2025) },
    });
    expect(detailsOf(last)[5]).toBe('Assessment open: last period: initial steps');
  });

  test('given a promise that was kept, then it is no longer due', () => {
    const kept = given({
      promises: [
        {
          commitmentId: 'P1',
          wording: 'Law',
          dueOn: '2026-10-31',
          state: 'fulfilled',
          delivery: 'complete',
          overdue: false,
        },
      ],
    });
    expect(detailsOf(kept)[3]).toBe('Promise reached: fulfilled');
  });
});

describe('where it stands', () => {
  test('leaves out what nobody has noted', () => {
    expect(sentenceOf(issued)).toBe('Open since 2026 · no response yet · not assessed this period');
  });

  test('says all five fields', () => {
    const followed = given({
      response: { ...issued.response, value: 'supported_in_part', occurredOn: '2026-07-01' },
      implementation: { ...issued.implementation, lastPeriod: assessment('initial_steps', true, 2025) },
      pace: 'delayed',
      waitingOn: 'host_government',
    });
    expect(sentenceOf(followed, [first])).toBe(
      'Open since 2022 · supported in part · not assessed this period (last period: initial steps, signed off) · delayed · waiting on the host government',
    );
  });

  test('of this period says when it was assessed, and whether it was signed off', () => {
    const assessed = given({
      implementation: {
        ...issued.implementation,
        status: 'initial_steps',
        assessment: assessment('initial_steps', false),
      },
    });
    expect(sentenceOf(assessed)).toContain('initial steps (assessed 1 Nov 2026, not signed off)');
  });

  test('sets the assessment in bold and nothing else', () => {
    expect(
      piecesOf(issued)
        .filter(({ strong }) => strong)
        .map(({ text }) => text),
    ).toEqual(['not assessed this period']);
  });

  test('given a later report that asks the same, then it names it', () => {
    expect(sentenceOf(given({ recordState: 'superseded', succeededBy: 'XKD-2027-02' }), [first])).toContain(
      'Asked since 2022, carried on by XKD-2027-02',
    );
  });
});

describe('the way through the years', () => {
  const promise = { commitmentId: 'P1', wording: 'Law', dueOn: '2026-10-31', state: 'open', overdue: true };
  const before = given({
    reference: 'XKD-2025-01',
    reportYear: 2025,
    issuedOn: '2025-06-30',
    raised: { times: 3, lastOn: '2026-02-09', lastReception: 'welcomed' },
    response: { ...issued.response, value: 'supported', occurredOn: '2025-09-18' },
    promises: [{ ...promise, commitmentId: 'P0', dueOn: null, overdue: false }, promise],
    actions: { count: 2, lastOn: '2026-03-03', lastDescription: 'Draft' },
    implementation: { ...issued.implementation, lastPeriod: assessment('initial_steps', true, 2025) },
  });

  test('given nothing yet under the newest reference, then the years before speak', () => {
    expect(detailsOf(issued, [first, before])).toEqual([
      'Issued reached: 30 Jun 2022',
      'Raised reached: 3 times, last 9 Feb, welcomed',
      'Response reached: supported, 18 Sep 2025',
      'Promise overdue: due 31 Oct, overdue',
      'Action reached: 2 actions, last 3 Mar',
      'Assessment open: last period: initial steps (XKD-2025-01)',
      'Outcome open: open',
    ]);
    expect(sentenceOf(issued, [first, before])).toBe(
      'Open since 2022 · supported · not assessed this period (last period for XKD-2025-01: initial steps, signed off)',
    );
  });

  test('given both years, then times are added up, the newest counts, and a promise made to both is one', () => {
    const own = given({
      raised: { times: 2, lastOn: '2026-09-09', lastReception: 'deferred' },
      response: { ...issued.response, value: 'noted', occurredOn: '2026-07-02' },
      promises: [promise],
      actions: { count: 1, lastOn: '2026-08-01', lastDescription: 'Draft' },
    });
    expect(detailsOf(own, [before]).slice(1, 5)).toEqual([
      'Raised reached: 5 times, last 9 Sep, deferred',
      'Response reached: noted, 2 Jul',
      'Promise overdue: due 31 Oct, overdue',
      'Action reached: last 1 Aug',
    ]);
    expect(wholeWay([before], own).promises.map(({ commitmentId }) => commitmentId)).toEqual(['P1', 'P0']);
  });

  test('given an older assessment, then it says of which period', () => {
    const old = given({
      reference: 'XKD-2023-01',
      implementation: { ...issued.implementation, lastPeriod: assessment('not_started' as never, true, 2023) },
    });
    expect(detailsOf(issued, [old])[5]).toBe('Assessment open: period of 2023: not started (XKD-2023-01)');
  });
});
