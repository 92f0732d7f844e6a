import { decodeGlobalID, encodeGlobalID } from '@pothos/plugin-relay';
import { builder } from '../builder.ts';
import { gatewayError } from '../http/gateway-error.ts';

/** The interface of everything that has an id of its own. */
export const nodeInterface = builder.nodeInterfaceRef();

export const globalId = encodeGlobalID;

export const readGlobalId = (id: string): { readonly typename: string; readonly key: string } => {
  try {
    const { typename, id: key } = decodeGlobalID(id);
    return { typename, key };
  } catch {
    throw gatewayError('malformed', 'id must be the id of a record as Demarche gave it.');
  }
};
