import type { ForumCommitmentRequest, RecommendationReference } from '@demarche/contracts';
import { by, deciderSpec, known, omar, recruitmentFees } from '@demarche/testing';
import { describe, it } from 'vitest';
import { adopted, collectData, content, paragraph5 } from '../../spec-kit/kaldara-stories.ts';
import { instrumentDecider } from '../instrument.decider.ts';
import type { RecordForumInstrumentCommand } from './record-forum-instrument.ts';

const story = deciderSpec(instrumentDecider);

const { commitmentId: _id, ordinal: _ordinal, ...request } = collectData;
const record = (changes: Partial<RecordForumInstrumentCommand> = {}): RecordForumInstrumentCommand => ({
  name: 'record-forum-instrument',
  ...by(omar),
  known,
  forum: 'UNGA',
  documentSymbol: 'A/RES/99/1',
  ...content,
  commitments: [request],
  ...changes,
});
const recordOne = (changes: Partial<ForumCommitmentRequest>) =>
  record({ commitments: [request, { ...request, ...changes }] });

describe('recording a forum’s text', () => {
  it('records it with its commitments, numbered in their order', () => {
    story.given().when(record()).thenRecords(adopted());
    story
      .given()
      .when(recordOne({ wording: 'Report to the next session.', recommendations: [recruitmentFees] }))
      .thenRecords(
        adopted({
          commitments: [
            collectData,
            {
              ...collectData,
              commitmentId: paragraph5,
              ordinal: 2,
              wording: 'Report to the next session.',
              recommendations: [recruitmentFees],
            },
          ],
        }),
      );
  });

  it('records a text without commitments', () => {
    story
      .given()
      .when(record({ commitments: [] }))
      .thenRecords(adopted({ commitments: [] }));
  });

  it('has one record for one symbol, however it is written', () => {
    story
      .given(adopted())
      .when(record({ documentSymbol: 'a/res/99/1' }))
      .thenRefuses('instrument-on-record', /UNGA-A-RES-99-1, adopted on 2026-09-20/);
  });

  it('records what was adopted, not what will be', () => {
    story
      .given()
      .when(record(by(omar, '2026-09-19')))
      .thenRefuses('occurred-in-the-future', /2026-09-20/);
    story
      .given()
      .when(record(by(omar, '2026-09-20')))
      .thenRecords(adopted());
  });

  it('asks a concrete commitment what will be measured, and says which one', () => {
    story
      .given()
      .when(recordOne({ measurableTarget: null }))
      .thenRefuses('concrete-needs-target', /^Commitment 2 \(operative paragraph 4\)/);
    story
      .given()
      .when(record({ commitments: [{ ...request, measurableTarget: null, force: 'hortatory' }] }))
      .thenRecords(adopted({ commitments: [{ ...collectData, measurableTarget: null, force: 'hortatory' }] }));
  });

  it('has no commitment due before the text was adopted', () => {
    story
      .given()
      .when(recordOne({ dueOn: '2026-09-19', paragraph: null }))
      .thenRefuses('due-before-adoption', /^Commitment 2 is due on 2026-09-19.*2026-09-20/);
    story
      .given()
      .when(record({ commitments: [{ ...request, dueOn: '2026-09-20' }] }))
      .thenRecords(adopted({ commitments: [{ ...collectData, dueOn: '2026-09-20' }] }));
  });

  it('names recommendations on record', () => {
    story
      .given()
      .when(recordOne({ recommendations: ['XKD-2026-99' as RecommendationReference] }))
      .thenRefuses('recommendation-unknown', /XKD-2026-99/);
  });
});
