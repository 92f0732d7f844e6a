import type { FollowUpId, RecommendationReference } from '@demarche/contracts';
import {
  by,
  deciderSpec,
  kaldara,
  known,
  maya,
  meeting,
  norvia,
  norvianInspectors,
  recruitmentFees,
  shelters,
} from '@demarche/testing';
import { describe, it } from 'vitest';
import { assigned, content, logged, promised, raised } from '../../spec-kit/kaldara-stories.ts';
import { engagementDecider } from '../engagement.decider.ts';
import type { LogEngagementCommand } from './log-engagement.ts';

const story = deciderSpec(engagementDecider);

const log = (changes: Partial<LogEngagementCommand> = {}): LogEngagementCommand => ({
  name: 'log-engagement',
  ...by(maya),
  engagementId: meeting,
  known,
  ...content,
  raised: [],
  promises: [],
  followUps: [],
  ...changes,
});
const acknowledged = (reference: RecommendationReference) => ({
  reference,
  reception: 'acknowledged' as const,
  note: null,
});
const bill = {
  country: kaldara,
  wording: 'The bill will be tabled this year.',
  dueOn: '2026-12-31',
  responsibleBody: 'Ministry of Labour',
  madeBy: 'Minister Park',
  recommendations: [recruitmentFees],
};
const modelLaw = { what: 'Send the model law.', owner: 'Maya Reyes', dueOn: '2026-09-30' };

describe('logging an engagement', () => {
  it('records that it took place', () => {
    story.given().when(log()).thenRecords(logged());
  });

  it('records what was raised, promised and left to do with it, on its day and in its form', () => {
    story
      .given()
      .when(
        log({
          raised: [
            acknowledged(recruitmentFees),
            { ...acknowledged(shelters), reception: 'refused', note: 'No money.' },
          ],
          promises: [bill],
          followUps: [modelLaw, { what: 'Call again.', owner: 'Maya Reyes', dueOn: null }],
        }),
      )
      .thenRecords(
        logged(),
        raised(),
        raised({ reference: shelters, reception: 'refused', note: 'No money.' }),
        promised(),
        assigned(),
        assigned({ followUpId: 'ENG-7F3K-2Q9X-F2' as FollowUpId, what: 'Call again.', dueOn: null }),
      );
  });

  it('takes the day on which it is logged, and none after it', () => {
    story
      .given()
      .when(log(by(maya, '2026-09-09')))
      .thenRecords(logged());
    story
      .given()
      .when(log(by(maya, '2026-09-08')))
      .thenRefuses('occurred-in-the-future', /2026-09-09 lies in the future/);
  });

  it('asks a multilateral engagement for its forum', () => {
    story
      .given()
      .when(log({ kind: 'multilateral' }))
      .thenRefuses('forum-missing', /Choose the forum/);
    story
      .given()
      .when(log({ kind: 'multilateral', forum: 'OSCE' }))
      .thenRecords(logged({ kind: 'multilateral', forum: 'OSCE' }));
  });

  it('knows only recommendations that are on record, wherever they are named', () => {
    const unheard = 'XKD-2026-99' as RecommendationReference;
    story
      .given()
      .when(log({ raised: [acknowledged(unheard)] }))
      .thenRefuses('recommendation-unknown', /XKD-2026-99/);
    story
      .given()
      .when(log({ promises: [{ ...bill, recommendations: [unheard] }] }))
      .thenRefuses('recommendation-unknown', /XKD-2026-99/);
  });

  it('raises with a country what was recommended to that country', () => {
    story
      .given()
      .when(log({ raised: [acknowledged(norvianInspectors)] }))
      .thenRefuses('recommendation-of-another-country', /recommendation to XNV/);
    story
      .given()
      .when(log({ countries: [kaldara, norvia], promises: [{ ...bill, recommendations: [norvianInspectors] }] }))
      .thenRefuses('recommendation-of-another-country', /recommendation to XNV/);
  });

  it('raises a recommendation once', () => {
    story
      .given()
      .when(log({ raised: [acknowledged(recruitmentFees), acknowledged(recruitmentFees)] }))
      .thenRefuses('recommendation-raised-before', /XKD-2026-01/);
  });

  it('takes promises of the countries engaged, due on its day or later', () => {
    story
      .given()
      .when(log({ promises: [{ ...bill, country: norvia, recommendations: [] }] }))
      .thenRefuses('country-not-engaged', /XNV/);
    story
      .given()
      .when(log({ promises: [{ ...bill, dueOn: '2026-09-08' }] }))
      .thenRefuses('promise-due-before-made', /2026-09-09.*2026-09-08/);
    story
      .given()
      .when(log({ promises: [{ ...bill, dueOn: '2026-09-09' }] }))
      .thenRecords(logged(), promised({ dueOn: '2026-09-09' }));
  });

  it('never writes into the record of another engagement that drew the same reference', () => {
    story
      .given(logged())
      .when(log())
      .thenRefuses('reference-taken', /ENG-7F3K-2Q9X/);
  });
});
