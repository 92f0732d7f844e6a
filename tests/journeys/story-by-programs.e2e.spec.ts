import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Basis, type Interface, type Outcome, overGraphql, overHttp } from './interfaces.ts';
import { profiles } from './profiles.ts';
import { type RunningDemarche, startDemarche } from './start-demarche.ts';

const today = new Date().toISOString().slice(0, 10);
const period = Number(today.slice(0, 4)) - (today.slice(5) >= '04-01' ? 0 : 1);
const reference = 'XKD-2024-01';
const [ines, tomas, miriam] = ['ines.okafor', 'tomas.lindqvist', 'miriam.castellanos'] as const;

describe.each(profiles)('$title', ({ profile, missing }) => {
  describe.skipIf(missing).each([
    ['GraphQL', overGraphql],
    ['HTTP', overHttp],
  ] as const)('the same story by %s', (_name, interfaceAt) => {
    let demarche: RunningDemarche;
    let way: Interface;
    let actionId: string | null;
    beforeAll(async () => {
      demarche = await startDemarche({ profile, pages: false });
      way = interfaceAt(demarche.address);
    });
    afterAll(() => demarche?.stop());

    const isRefused = ({ refusal }: Outcome, code: string, sentence: RegExp) => {
      expect(refusal?.code).toBe(code);
      expect(refusal?.detail).toMatch(sentence);
      // A sentence: it begins with a capital or a reference, and it ends.
      expect(refusal?.detail).toMatch(/^[A-Z“].*\.$/s);
    };
    const assess = (as: string, status: string, basis: Basis) =>
      way.send({
        as,
        mutation: 'assessImplementation',
        path: '/recommendations/:reference/assessments',
        input: {
          reference,
          reportingPeriod: period,
          occurredOn: today,
          status: way.code(status),
          rationale: 'As seen.',
          basis: way.basis(basis),
        },
      });
    const signOff = (as: string) =>
      way.send({
        as,
        mutation: 'signOffAssessment',
        path: '/recommendations/:reference/assessments/:assessmentId/sign-off',
        input: { reference, assessmentId: `${reference}-A1` },
      });
    const close = (as: string) =>
      way.send({
        as,
        mutation: 'closeRecommendation',
        path: '/recommendations/:reference/closure',
        input: { reference, occurredOn: today, reason: way.code('closed_implemented'), explanation: 'Done.' },
      });

    test('a report comes in, and a meeting with what was raised and promised', async () => {
      const published = await way.send({
        as: ines,
        mutation: 'publishCountryReport',
        path: '/country-reports',
        input: {
          country: 'XKD',
          countryName: 'Kaldara',
          reportYear: 2024,
          section: way.code('complete'),
          recommendations: [{ text: 'Enact a law that forbids recruitment fees.' }],
        },
      });
      expect(published.subject).toBe('XKD-2024');

      const meeting = {
        occurredOn: today,
        countries: ['XKD'],
        post: 'Embassy Kald City',
        theirParticipants: [{ name: 'T. Varga', title: 'Deputy Minister of Justice' }],
        summary: 'He expects the law in this session.',
      };
      const logged = await way.send({
        as: miriam,
        mutation: 'logEngagement',
        path: '/engagements',
        input: {
          ...meeting,
          raised: [{ reference, reception: way.code('welcomed') }],
          promises: [
            { country: 'XKD', wording: 'The law goes to parliament.', dueOn: today, recommendations: [reference] },
          ],
        },
      });
      expect(logged.subject).toMatch(/^ENG-/);

      const elsewhere = await way.send({
        as: miriam,
        mutation: 'logEngagement',
        path: '/engagements',
        input: { ...meeting, raised: [{ reference: 'XKD-2024-09', reception: way.code('welcomed') }] },
      });
      isRefused(elsewhere, 'recommendation-unknown', /XKD-2024-09/);
    });

    test('progress needs an action, and what is implemented needs another assessor', async () => {
      isRefused(
        await assess(ines, 'initial_steps', { finding: 'Nothing.' }),
        'progress-needs-concrete-action',
        /concrete action/,
      );

      const action = await way.send({
        as: ines,
        mutation: 'recordConcreteAction',
        path: '/concrete-actions',
        input: {
          occurredOn: today,
          description: 'Parliament adopted the law.',
          evidence: [{ kind: way.code('official_gazette'), reference: 'Official Gazette 112' }],
          recommendations: [reference],
        },
      });
      actionId = action.subject;
      expect(actionId).toMatch(/^ACT-/);
      isRefused(
        await assess(ines, 'implemented', { actions: [String(actionId)] }),
        'assessor-is-reporter',
        /Somebody else/,
      );
    });

    test('it is assessed, signed off by another lead, and closed', async () => {
      expect((await assess(tomas, 'implemented', { actions: [String(actionId)] })).subject).toBe(reference);
      isRefused(await close(ines), 'assessment-not-signed-off', /was not signed off/);
      isRefused(await signOff(tomas), 'sign-off-by-assessor', /Another RPA lead/);
      isRefused(await signOff(miriam), 'role-not-allowed', /Only an RPA lead/);
      expect((await signOff(ines)).refusal).toBeNull();
      expect((await close(ines)).refusal).toBeNull();
      isRefused(await close(ines), 'recommendation-closed', /was closed on/);
    });
  });
});
