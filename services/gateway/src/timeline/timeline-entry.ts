import { TimelineEntry, type TimelineKind } from '@demarche/contracts';
import type { z } from 'zod';
import { builder } from '../builder.ts';
import { connectionType } from '../connection/connection.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { enumNamed } from '../contract-types/enums.ts';
import { commitmentType, engagementType, recommendationType, reportType } from '../contract-types/record-types.ts';
import { pascalCase } from '../contract-types/type-name.ts';

const [firstKind] = TimelineEntry.options;

/** What every kind of entry carries: the fields whose schema is one and the same in all of them. */
const carriedByAll = Object.entries(firstKind.shape as Readonly<Record<string, z.ZodType>>)
  .filter(([name, schema]) =>
    TimelineEntry.options.every((option) => (option.shape as Readonly<Record<string, unknown>>)[name] === schema),
  )
  .map(([name]) => name);

const typeNameOf = (kind: TimelineKind): string => `${pascalCase(kind)}Entry`;

const timelineEntryType = builder.interfaceRef<TimelineEntry>('TimelineEntry').implement({
  description: 'Something that was asked, said, promised, done or found, on the day it happened.',
  resolveType: ({ kind }) => typeNameOf(kind),
  fields: (t) => ({
    kind: t.field({ type: enumNamed('TimelineKind') as never, resolve: ({ kind }) => kind as never }),
    id: t.exposeID('id', { description: 'Stable: names the event that made the entry, or the record it stands for.' }),
    ...contractFields(t, firstKind.pick(Object.fromEntries(carriedByAll.map((name) => [name, true])) as never), {
      owner: 'TimelineEntry',
      rename: { by: 'recordedBy' },
      except: ['id'],
      docs: {
        side: 'Whether we did it, they did it, or both did.',
        occurredOn: 'When it happened in the world.',
        recordedAt: 'When Demarche learned of it.',
        correctedAt: 'Set when the record was corrected since it was made.',
        by: 'Who put it on record.',
      },
    }),
  }),
});

type EntryOf<Kind extends TimelineKind> = Extract<TimelineEntry, { kind: Kind }>;

const implementEntry = <Kind extends TimelineKind>(
  kind: Kind,
  except: readonly string[] = [],
  nullable: readonly string[] = [],
) => {
  const schema = TimelineEntry.options.find((option) => option.shape.kind.value === kind) as z.ZodObject;
  return builder.objectRef<EntryOf<Kind>>(typeNameOf(kind)).implement({
    interfaces: [timelineEntryType],
    fields: (t) =>
      contractFields(t, schema, { owner: typeNameOf(kind), except: [...carriedByAll, ...except], nullable }),
  });
};

const reportPublished = implementEntry('report-published');
const engagement = implementEntry('engagement');
const response = implementEntry('response');
const promise = implementEntry('promise');
// A document that asks every kind for `dueOn` needs it to be of one type in all of them.
const promiseOverdue = implementEntry('promise-overdue', [], ['dueOn']);
implementEntry('concrete-action');
const assessment = implementEntry('assessment');
const closure = implementEntry('closure');
const deliveryReview = implementEntry('delivery-review');
const commitmentEnded = implementEntry('commitment-ended');
const forumCommitment = implementEntry('forum-commitment');

builder.objectField(reportPublished, 'report', (t) =>
  t.field({
    type: reportType,
    nullable: true,
    complexity: 1,
    resolve: ({ reportId }, _, { points }, info) => points.of(info).reports.load(reportId),
  }),
);

for (const entry of [engagement, promise]) {
  builder.objectField(entry, 'engagement', (t) =>
    t.field({
      type: engagementType,
      nullable: true,
      complexity: 1,
      resolve: ({ engagementId }, _, { points }, info) => points.of(info).engagements.load(engagementId),
    }),
  );
}

for (const entry of [response, assessment, closure]) {
  builder.objectField(entry, 'recommendation', (t) =>
    t.field({
      type: recommendationType,
      nullable: true,
      complexity: 1,
      resolve: ({ reference }, _, { points }, info) => points.of(info).recommendations.load(reference),
    }),
  );
}

for (const entry of [promise, promiseOverdue, deliveryReview, commitmentEnded, forumCommitment]) {
  builder.objectField(entry, 'commitment', (t) =>
    t.field({
      type: commitmentType,
      nullable: true,
      complexity: 1,
      resolve: ({ commitmentId }, _, { points }, info) => points.of(info).commitments.load(commitmentId),
    }),
  );
}

export const timelineConnection = connectionType(timelineEntryType as never, 'Timeline');
