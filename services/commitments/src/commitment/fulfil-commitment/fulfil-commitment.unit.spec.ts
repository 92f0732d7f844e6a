import { by, deciderSpec, kaldara, norvia, omar, promise1 } from '@demarche/testing';
import { describe, it } from 'vitest';
import {
  added,
  adopted,
  fulfilled,
  meetingWithdrawn,
  ofParagraph4,
  paragraph4,
  paragraph5,
  promised,
  reviewed,
} from '../../spec-kit/kaldara-stories.ts';
import { commitmentDecider } from '../commitment.decider.ts';
import type { FulfilCommitmentCommand } from './fulfil-commitment.ts';

const ofPromise = deciderSpec(commitmentDecider(promise1));
const ofResolution = deciderSpec(commitmentDecider(paragraph4));

const fulfil = (changes: Partial<FulfilCommitmentCommand> = {}): FulfilCommitmentCommand => ({
  name: 'fulfil-commitment',
  ...by(omar),
  commitmentId: promise1,
  occurredOn: '2026-11-02',
  explanation: 'As the record shows.',
  ...changes,
});

describe('ending a promise as kept', () => {
  it('rests on a review that finds delivery complete', () => {
    ofPromise.given(promised(), reviewed()).when(fulfil()).thenRecords(fulfilled());
    ofPromise
      .given(promised(), reviewed({ country: kaldara }))
      .when(fulfil())
      .thenRecords(fulfilled());
    ofPromise
      .given(promised())
      .when(fulfil())
      .thenRefuses('delivery-not-complete', /Review its delivery first/);
  });

  it('rests on the last review: the one for the latest day, among equal days the one recorded last', () => {
    ofPromise
      .given(promised(), reviewed(), reviewed({ delivery: 'limited', occurredOn: '2026-10-21' }))
      .when(fulfil())
      .thenRefuses('delivery-not-complete');
    ofPromise
      .given(promised(), reviewed(), reviewed({ delivery: 'limited', occurredOn: '2026-10-19' }))
      .when(fulfil())
      .thenRecords(fulfilled());
    ofPromise
      .given(promised(), reviewed(), reviewed({ delivery: 'limited' }))
      .when(fulfil())
      .thenRefuses('delivery-not-complete');
  });

  it('lies between the promise and today', () => {
    ofPromise
      .given(promised(), reviewed())
      .when(fulfil({ occurredOn: '2026-09-08' }))
      .thenRefuses('occurred-before-commitment', /2026-09-09/);
    ofPromise
      .given(promised(), reviewed())
      .when(fulfil({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future', /2026-11-22/);
  });

  it('happens once, to a promise on record', () => {
    ofPromise.given().when(fulfil()).thenRefuses('commitment-unknown');
    ofPromise
      .given(promised(), meetingWithdrawn())
      .when(fulfil())
      .thenRefuses('commitment-unknown', /log it again/);
    ofPromise
      .given(promised(), reviewed(), fulfilled())
      .when(fulfil())
      .thenRefuses('commitment-ended', /ENG-7F3K-2Q9X-P1 was fulfilled on 2026-11-02/);
  });
});

describe('ending a forum commitment as kept', () => {
  const kept = fulfil({ commitmentId: paragraph4 });
  const ofKaldara = reviewed({ ...ofParagraph4, country: kaldara });
  const ofNorvia = reviewed({ ...ofParagraph4, country: norvia });

  it('takes every country bound, one by one or as a whole', () => {
    ofResolution.given(adopted(), ofKaldara).when(kept).thenRefuses('delivery-not-complete');
    ofResolution.given(adopted(), ofKaldara, ofNorvia).when(kept).thenRecords(fulfilled(ofParagraph4));
    ofResolution.given(adopted(), reviewed(ofParagraph4)).when(kept).thenRecords(fulfilled(ofParagraph4));
    ofResolution
      .given(adopted(), reviewed(ofParagraph4), reviewed({ ...ofParagraph4, country: norvia, delivery: 'substantial' }))
      .when(kept)
      .thenRefuses('delivery-not-complete');
  });

  it('takes a review of the whole where the text binds all participants', () => {
    const ofAll = deciderSpec(commitmentDecider(paragraph5));
    const all = { commitmentId: paragraph5, kind: 'forum_commitment', countries: [] } as const;
    const changes = { ...all, countries: [] };
    ofAll
      .given(adopted(), added(), reviewed({ ...changes, country: kaldara }))
      .when({ ...kept, commitmentId: paragraph5 })
      .thenRefuses('delivery-not-complete');
    ofAll
      .given(adopted(), added(), reviewed({ ...changes, country: kaldara }), reviewed(changes))
      .when({ ...kept, commitmentId: paragraph5 })
      .thenRecords(fulfilled(changes));
  });
});
