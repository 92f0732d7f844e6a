import { AnsweredAt, ProjectionStatus } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { pointArgs } from '../point/point-input.ts';

const answeredAtType = builder.objectRef<AnsweredAt>('AnsweredAt').implement({
  description: 'The point that was answered for, both clocks made exact.',
  fields: (t) =>
    contractFields(t, AnsweredAt, {
      owner: 'AnsweredAt',
      docs: {
        systemPosition: 'The position that stands for the system time asked.',
        position: 'How far the views had come.',
        behind: 'True where `minPosition` was not reached in time, or by views that are of another record.',
      },
    }),
});

builder.globalConnectionFields((t) => ({
  answeredAt: t.field({
    type: answeredAtType,
    resolve: (_, __, { points }, info) => points.of(info).reader.answeredAt(),
  }),
}));

const statusType = builder.objectRef<object>('ProjectionStatus').implement({
  description: 'How far the views have come, and what they could not take.',
  fields: (t) => ({
    ...contractFields(t, ProjectionStatus.result, {
      owner: 'ProjectionStatus',
      docs: {
        lag: 'Events on record that the views have not taken yet; null when the store cannot be asked, or they are not of it.',
        beyondRecord:
          'True where the views hold what is not on record, as an older backup of it was restored: they have to be built anew. Null where the record does not tell.',
        centre: 'When the centre was heard last, where the views follow a copy of its bus at a far site; else null.',
        heldSince: 'When Demarche recorded its first event; null while it holds nothing.',
      },
    }),
    answeredAt: t.field({
      type: answeredAtType,
      description: 'The point that every root field with the same `at` and `minPosition` was answered for.',
      resolve: (_, __, { points }, info) => points.of(info).reader.answeredAt(),
    }),
  }),
});

builder.queryField('status', (t) =>
  t.field({
    type: statusType,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'The state of the views, and the point that this document is answered for.',
    args: pointArgs,
    complexity: 1,
    resolve: (_, point, { points }, info) => points.open(info, point).reader.ask('projection-status', {}),
  }),
);
