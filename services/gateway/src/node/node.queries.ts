import { builder } from '../builder.ts';
import { gatewayError } from '../http/gateway-error.ts';
import { pointArgs } from '../point/point-input.ts';
import { nodeInterface, readGlobalId } from './global-id.ts';
import { readRecord } from './read-record.ts';

/** A document must not read the whole record by its ids. */
const MOST_IDS = 50;

builder.queryFields((t) => ({
  node: t.field({
    type: nodeInterface,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'A record by its id; null where nothing was held of it.',
    args: { id: t.arg.id({ required: true }), ...pointArgs },
    complexity: 1,
    resolve: (_, { id, ...point }, { points }, info) => readRecord(points.open(info, point), readGlobalId(id)) as never,
  }),
  nodes: t.field({
    type: [nodeInterface],
    authScopes: { signedIn: true },
    nullable: { list: true, items: true },
    description: `Records by their ids, in the order of the ids, ${MOST_IDS} at most.`,
    args: { ids: t.arg.idList({ required: true }), ...pointArgs },
    complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
    resolve: (_, { ids, ...point }, { points }, info) => {
      if (ids.length > MOST_IDS) throw gatewayError('malformed', `ids must be ${MOST_IDS} at most.`);
      const loaders = points.open(info, point);
      return ids.map(async (id) => readRecord(loaders, readGlobalId(id))) as never;
    },
  }),
}));
