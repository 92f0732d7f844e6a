import type { FieldRef, ObjectRef } from '@pothos/core';
import type { GatewayTypes } from '../builder.ts';
import {
  commitmentType,
  countryType,
  engagementType,
  instrumentType,
  recommendationType,
  reportType,
} from '../contract-types/record-types.ts';
import type { Loaders } from '../point/loaders.ts';

type Types = PothosSchemaTypes.ExtendDefaultTypes<GatewayTypes>;
type FieldBuilder<Parent> = PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>;

/**
 * A field that leads to another record, read at the point of the root field above it. It is null where the record
 * names none, or nothing was held of it at that point.
 */
const linkTo =
  <Node>(type: ObjectRef<Types, Node>, load: (loaders: Loaders, key: string) => Promise<Node | null>) =>
  <Parent>(
    t: FieldBuilder<Parent>,
    keyOf: (parent: Parent) => string | null,
    description?: string,
  ): FieldRef<Types, unknown> =>
    t.field({
      type,
      nullable: true,
      complexity: 1,
      ...(description === undefined ? {} : { description }),
      resolve: (parent, _, { points }, info) => {
        const key = keyOf(parent as Parent);
        return (key === null ? null : load(points.of(info), key)) as never;
      },
    }) as FieldRef<Types, unknown>;

export const countryLink = linkTo(countryType, ({ countries }, code) => countries.load(code));
export const reportLink = linkTo(reportType, ({ reports }, id) => reports.load(id));
export const recommendationLink = linkTo(recommendationType, ({ recommendations }, reference) =>
  recommendations.load(reference),
);
export const engagementLink = linkTo(engagementType, ({ engagements }, id) => engagements.load(id));
export const commitmentLink = linkTo(commitmentType, ({ commitments }, id) => commitments.load(id));
export const instrumentLink = linkTo(instrumentType, ({ instruments }, id) => instruments.load(id));
