import type { CountryCode, EngagementCorrected, IsoDate } from '@demarche/contracts';
import { by, deciderSpec, kaldara, meeting, norvia, omar, promise1 } from '@demarche/testing';
import { describe, it } from 'vitest';
import {
  added,
  adopted,
  fulfilled,
  gazette,
  instrumentCorrected,
  lapsed,
  meetingWithdrawn,
  ofParagraph4,
  paragraph4,
  paragraph5,
  promised,
  reviewed,
  withdrawn,
} from '../../spec-kit/kaldara-stories.ts';
import { commitmentDecider } from '../commitment.decider.ts';
import type { ReviewDeliveryCommand } from './review-delivery.ts';

const ofPromise = deciderSpec(commitmentDecider(promise1));
const ofResolution = deciderSpec(commitmentDecider(paragraph4));

const review = (changes: Partial<ReviewDeliveryCommand> = {}): ReviewDeliveryCommand => ({
  name: 'review-delivery',
  ...by(omar),
  commitmentId: promise1,
  occurredOn: '2026-10-20',
  country: null,
  delivery: 'complete',
  rationale: 'The bill was tabled.',
  evidence: [gazette],
  ...changes,
});

const engagementCorrected = (occurredOn: IsoDate): EngagementCorrected => ({
  type: 'EngagementCorrected',
  data: {
    engagementId: meeting,
    kind: 'bilateral',
    occurredOn,
    countries: [kaldara],
    channel: 'meeting',
    deliveryForm: 'oral',
    place: null,
    post: 'Embassy Kald City',
    forum: null,
    ourParticipants: [],
    theirParticipants: [{ name: 'Joan Park', title: 'Minister', body: 'Ministry of Labour' }],
    pillars: [],
    fbsObjective: null,
    summary: 'We asked when the law will be tabled.',
    recordReference: null,
    marking: 'U',
    reason: 'The day was wrong.',
    correctedBy: omar,
  },
});

describe('reviewing the delivery of a promise', () => {
  it('records the judgement with its evidence, again and again', () => {
    ofPromise.given(promised()).when(review()).thenRecords(reviewed());
    ofPromise
      .given(promised(), reviewed())
      .when(review({ delivery: 'limited', country: kaldara }))
      .thenRecords(reviewed({ delivery: 'limited', country: kaldara }));
  });

  it('finds delivery on evidence, and its absence without', () => {
    for (const delivery of ['limited', 'substantial', 'complete'] as const) {
      ofPromise
        .given(promised())
        .when(review({ delivery, evidence: [] }))
        .thenRefuses('delivery-needs-evidence', /at least one piece/);
    }
    for (const delivery of ['no_evidence', 'not_started'] as const) {
      ofPromise
        .given(promised())
        .when(review({ delivery, evidence: [] }))
        .thenRecords(reviewed({ delivery, evidence: [] }));
    }
  });

  it('lies between the promise and today', () => {
    ofPromise
      .given(promised())
      .when(review({ occurredOn: '2026-09-08' }))
      .thenRefuses('occurred-before-commitment', /was made on 2026-09-09/);
    ofPromise
      .given(promised())
      .when(review({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future', /2026-11-22/);
    for (const occurredOn of ['2026-09-09', '2026-11-21']) {
      ofPromise.given(promised()).when(review({ occurredOn })).thenRecords(reviewed({ occurredOn }));
    }
  });

  it('counts from the day of the engagement as corrected', () => {
    ofPromise
      .given(promised(), engagementCorrected('2026-10-21'))
      .when(review())
      .thenRefuses('occurred-before-commitment', /was made on 2026-10-21/);
    ofPromise
      .given(promised(), engagementCorrected('2026-09-01'))
      .when(review({ occurredOn: '2026-09-02' }))
      .thenRecords(reviewed({ occurredOn: '2026-09-02' }));
  });

  it('ends with the promise', () => {
    ofPromise
      .given(promised(), fulfilled())
      .when(review())
      .thenRefuses('commitment-ended', /fulfilled on 2026-11-02/);
    ofPromise
      .given(promised(), lapsed())
      .when(review())
      .thenRefuses('commitment-ended', /lapsed on 2026-11-02/);
    ofPromise
      .given(promised(), withdrawn())
      .when(review())
      .thenRefuses('commitment-ended', /withdrawn on 2026-11-02/);
  });

  it('knows the promises of its engagement, and none of one that was withdrawn', () => {
    ofPromise.given().when(review()).thenRefuses('commitment-unknown');
    ofResolution.given(promised()).when(review()).thenRefuses('commitment-unknown');
    ofPromise
      .given(promised(), meetingWithdrawn())
      .when(review())
      .thenRefuses('commitment-unknown', /ENG-7F3K-2Q9X, in which .* withdrawn on 2026-10-01/);
  });
});

describe('reviewing the delivery of a forum commitment', () => {
  const complete = review({ commitmentId: paragraph4, country: norvia });

  it('judges one country bound, or all', () => {
    ofResolution
      .given(adopted())
      .when(complete)
      .thenRecords(reviewed({ ...ofParagraph4, country: norvia }));
    ofResolution
      .given(adopted())
      .when({ ...complete, country: null })
      .thenRecords(reviewed(ofParagraph4));
    ofResolution
      .given(adopted())
      .when({ ...complete, country: 'XOT' as CountryCode })
      .thenRefuses('country-not-bound', /binds XKD, XNV, and not XOT/);
  });

  it('judges any country where the text binds all participants', () => {
    deciderSpec(commitmentDecider(paragraph5))
      .given(adopted(), added())
      .when({ ...complete, commitmentId: paragraph5 })
      .thenRecords(reviewed({ commitmentId: paragraph5, kind: 'forum_commitment', countries: [], country: norvia }));
  });

  it('counts from the day of adoption as corrected', () => {
    ofResolution
      .given(adopted(), instrumentCorrected({ occurredOn: '2026-10-21' }))
      .when(complete)
      .thenRefuses('occurred-before-commitment', /was adopted on 2026-10-21/);
  });
});
