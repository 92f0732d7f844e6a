import type { IncomingHttpHeaders } from 'node:http';
import type { Officer } from '@demarche/contracts';

/** Who is asking. The only place that a service learns it from. */
export interface Identity {
  /**
   * The officer whom the request's headers prove, or null where they prove nobody.
   * Headers that were tampered with prove nobody; they are never an error.
   */
  identify(request: { readonly headers: IncomingHttpHeaders }): Promise<Officer | null>;
}
