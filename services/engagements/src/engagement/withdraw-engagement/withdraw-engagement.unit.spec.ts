import { by, deciderSpec, kaldara, maya, meeting, norvia } from '@demarche/testing';
import { describe, it } from 'vitest';
import { corrected, logged, withdrawn } from '../../spec-kit/kaldara-stories.ts';
import { engagementDecider } from '../engagement.decider.ts';
import type { WithdrawEngagementCommand } from './withdraw-engagement.ts';

const story = deciderSpec(engagementDecider);

const withdraw: WithdrawEngagementCommand = {
  name: 'withdraw-engagement',
  ...by(maya, '2026-10-01'),
  engagementId: meeting,
  reason: 'It was logged twice.',
};

describe('withdrawing an engagement', () => {
  it('records why, for every country that it names now', () => {
    story.given(logged()).when(withdraw).thenRecords(withdrawn);
    story
      .given(logged(), corrected({ countries: [kaldara, norvia] }))
      .when(withdraw)
      .thenRecords({ ...withdrawn, data: { ...withdrawn.data, countries: [kaldara, norvia] } });
  });

  it('happens once, to an engagement on record', () => {
    story
      .given()
      .when(withdraw)
      .thenRefuses('engagement-unknown', /Check the reference/);
    story
      .given(logged(), withdrawn)
      .when(withdraw)
      .thenRefuses('engagement-withdrawn', /withdrawn on 2026-10-01/);
  });
});
