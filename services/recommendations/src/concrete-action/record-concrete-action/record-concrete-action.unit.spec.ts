import type { RecommendationReference } from '@demarche/contracts';
import { by, deciderSpec, ines, maya, recruitmentFees, shelters } from '@demarche/testing';
import { describe, it } from 'vitest';
import { actionRecorded, gazette } from '../../spec-kit/kaldara-stories.ts';
import { concreteActionDecider } from '../concrete-action.decider.ts';
import type { RecordConcreteActionCommand } from './record-concrete-action.ts';

const story = deciderSpec(concreteActionDecider);
const elsewhere = 'XNV-2026-01' as RecommendationReference;
const { occurredOn, description, responsibleBody, evidence } = actionRecorded().data;

const record = (changes: Partial<RecordConcreteActionCommand> = {}): RecordConcreteActionCommand => ({
  name: 'record-concrete-action',
  ...by(maya),
  actionId: gazette,
  known: new Set([recruitmentFees, shelters, elsewhere]),
  occurredOn,
  description,
  responsibleBody,
  evidence,
  recommendations: [recruitmentFees],
  ...changes,
});

describe('recording a concrete action', () => {
  it('keeps what was done, by whom, what shows it, and who reported it', () => {
    story.given().when(record()).thenRecords(actionRecorded());
  });

  it('counts for several recommendations of one country, with or without evidence', () => {
    const changes = { recommendations: [recruitmentFees, shelters], evidence: [] };
    story.given().when(record(changes)).thenRecords(actionRecorded(changes));
  });

  it('belongs to one country', () => {
    story
      .given()
      .when(record({ recommendations: [recruitmentFees, elsewhere] }))
      .thenRefuses('several-countries', /XKD and XNV/);
  });

  it('is against recommendations on record', () => {
    story
      .given()
      .when(record({ recommendations: [recruitmentFees, shelters], known: new Set([recruitmentFees]) }))
      .thenRefuses('recommendation-unknown', /XKD-2026-02/);
  });

  it('has happened: what is announced is a promise', () => {
    story
      .given()
      .when(record({ occurredOn: '2026-11-21' }))
      .thenRecords(actionRecorded({ occurredOn: '2026-11-21' }));
    story
      .given()
      .when(record({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future', /promise/);
  });

  it('never writes into the record of another action', () => {
    story
      .given(actionRecorded({ reportedBy: ines }))
      .when(record())
      .thenRefuses('reference-taken', /fresh key/);
  });
});
