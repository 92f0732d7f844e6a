import type { RecommendationTagged } from '@demarche/contracts';
import { by, deciderSpec, ines, kaldara, recruitmentFees, shelters } from '@demarche/testing';
import { describe, it } from 'vitest';
import { reportCorrected, reportPublished } from '../../spec-kit/kaldara-stories.ts';
import { recommendationDecider } from '../recommendation.decider.ts';
import type { TagRecommendationCommand } from './tag-recommendation.ts';

const story = deciderSpec(recommendationDecider(recruitmentFees));

type Tags = Pick<TagRecommendationCommand, 'pillars' | 'standards'>;

const tag = (tags: Tags): TagRecommendationCommand => ({
  name: 'tag-recommendation',
  ...by(ines),
  reference: recruitmentFees,
  ...tags,
});

const tagged = (tags: Tags): RecommendationTagged => ({
  type: 'RecommendationTagged',
  data: { reference: recruitmentFees, country: kaldara, occurredOn: '2026-11-21', ...tags, taggedBy: ines },
});

const both: Tags = { pillars: ['prosecution', 'prevention'], standards: ['4(3)'] };

describe('tagging a recommendation', () => {
  it('replaces the tags there were, down to none', () => {
    story.given(reportPublished()).when(tag(both)).thenRecords(tagged(both));
    const none: Tags = { pillars: [], standards: [] };
    story.given(reportPublished(), tagged(both)).when(tag(none)).thenRecords(tagged(none));
  });

  it('changes nothing with the same tags, in whatever order', () => {
    story
      .given(reportPublished())
      .when(tag({ pillars: ['prosecution'], standards: [] }))
      .thenChangesNothing();
    story
      .given(reportPublished(), tagged(both))
      .when(tag({ ...both, pillars: ['prevention', 'prosecution'] }))
      .thenChangesNothing();
  });

  it('is for a recommendation that its report holds', () => {
    story
      .given()
      .when(tag(both))
      .thenRefuses('recommendation-unknown', /on record/);
    const withoutIt = reportPublished().data.recommendations.filter(({ reference }) => reference === shelters);
    story
      .given(reportPublished(), reportCorrected({ recommendations: withoutIt }))
      .when(tag(both))
      .thenRefuses('recommendation-unknown', /taken out of its report/);
  });
});
