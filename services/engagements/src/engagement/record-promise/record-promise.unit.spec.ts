import type { CommitmentId, RecommendationReference } from '@demarche/contracts';
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
} from '@demarche/testing';
import { describe, it } from 'vitest';
import { logged, promised, withdrawn } from '../../spec-kit/kaldara-stories.ts';
import { engagementDecider } from '../engagement.decider.ts';
import type { RecordPromiseCommand } from './record-promise.ts';

const story = deciderSpec(engagementDecider);

const record = (changes: Partial<RecordPromiseCommand> = {}): RecordPromiseCommand => ({
  name: 'record-promise',
  ...by(maya),
  engagementId: meeting,
  known,
  country: kaldara,
  wording: 'The bill will be tabled this year.',
  dueOn: '2026-12-31',
  responsibleBody: 'Ministry of Labour',
  madeBy: 'Minister Park',
  recommendations: [recruitmentFees],
  ...changes,
});

describe('recording a promise', () => {
  it('records it as made on the day of the engagement', () => {
    story.given(logged()).when(record()).thenRecords(promised());
  });

  it('numbers promises within their engagement', () => {
    story
      .given(logged(), promised())
      .when(record())
      .thenRecords(promised({ promiseId: 'ENG-7F3K-2Q9X-P2' as CommitmentId }));
  });

  it('needs neither a due date nor a recommendation', () => {
    story
      .given(logged())
      .when(record({ dueOn: null, recommendations: [] }))
      .thenRecords(promised({ dueOn: null, recommendations: [] }));
  });

  it('is made by a country that was engaged, and due no earlier than it was made', () => {
    story
      .given(logged())
      .when(record({ country: norvia }))
      .thenRefuses('country-not-engaged', /XNV took no part/);
    story
      .given(logged())
      .when(record({ dueOn: '2026-09-08' }))
      .thenRefuses('promise-due-before-made', /2026-09-09.*2026-09-08/);
  });

  it('names recommendations on record, to the country that promises', () => {
    story
      .given(logged())
      .when(record({ recommendations: ['XKD-2026-99' as RecommendationReference] }))
      .thenRefuses('recommendation-unknown', /XKD-2026-99/);
    story
      .given(logged({ countries: [kaldara, norvia] }))
      .when(record({ recommendations: [recruitmentFees, norvianInspectors] }))
      .thenRefuses('recommendation-of-another-country', /XNV-2026-01/);
  });

  it('adds to an engagement that stands', () => {
    story.given().when(record()).thenRefuses('engagement-unknown');
    story
      .given(logged(), withdrawn)
      .when(record())
      .thenRefuses('engagement-withdrawn', /2026-10-01/);
  });
});
