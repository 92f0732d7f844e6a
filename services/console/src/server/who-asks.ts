import type { IncomingHttpHeaders } from 'node:http';
import type { Officer } from '@demarche/contracts';

/** Who asks for a page: null where nobody is signed in, undefined where that could not be learnt in time. */
export interface WhoAsks {
  identify(request: { readonly headers: IncomingHttpHeaders }): Promise<Officer | null | undefined>;
}
