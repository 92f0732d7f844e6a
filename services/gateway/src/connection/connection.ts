import type { ObjectRef } from '@pothos/core';
import { builder, type GatewayTypes } from '../builder.ts';
import { gatewayError } from '../http/gateway-error.ts';

/** A page as the projections answer it. */
export interface AnsweredPage<Node> {
  readonly rows: ReadonlyArray<{ readonly cursor: string; readonly node: Node }>;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly total: number;
}

/** A page as Relay wants it. */
export interface Connection<Node> {
  readonly edges: Array<{ cursor: string; node: Node }>;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** The most that one page holds; the projections give no more. */
const MOST_IN_A_PAGE = 200;

/** Lists are read forwards only: the cursor of a page holds its place when rows come or go. */
export const pageArgs = builder.args((t) => ({
  first: t.int({ required: true, defaultValue: 50, description: `How many, 1 to ${MOST_IN_A_PAGE}.` }),
  after: t.string({ description: 'The `endCursor` of the page before.' }),
}));

export const readPage = ({ first, after }: PageArguments): { first: number; after: string | null } => {
  if (first < 1 || first > MOST_IN_A_PAGE)
    throw gatewayError('malformed', `first must be between 1 and ${MOST_IN_A_PAGE}.`);
  return { first, after: after ?? null };
};

/** A field that holds a page costs as many records as it asks for. */
export const pageCost = ({ first }: { readonly first?: unknown }) => ({
  field: 1,
  multiplier: typeof first === 'number' ? Math.min(Math.max(first, 1), MOST_IN_A_PAGE) : 50,
});

export const connectionType = <Node>(
  node: ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<GatewayTypes>, Node>,
  name: string,
) => builder.connectionObject({ type: node, name: `${name}Connection` }, { name: `${name}Edge` });

builder.globalConnectionFields((t) => ({
  totalCount: t.exposeInt('totalCount', { description: 'How many the filter matches in all.' }),
}));

export const toConnection = <Node>(page: AnsweredPage<Node>, { after }: PageArguments): Connection<Node> => ({
  edges: page.rows.map(({ cursor, node }) => ({ cursor, node })),
  pageInfo: {
    hasNextPage: page.hasNextPage,
    hasPreviousPage: after !== null && after !== undefined,
    startCursor: page.rows[0]?.cursor ?? null,
    endCursor: page.endCursor,
  },
  totalCount: page.total,
});
