import type { IncomingHttpHeaders } from 'node:http';
import type { Officer } from '@demarche/contracts';

/** Who is asking. The only place that a service learns it from. */
export interface Identity {
  /**
   * The officer whom the request's headers prove, or null where they prove nobody.
   * Headers that were tampered with prove nobody; they are never a fault of ours.
   * @throws ProblemError where somebody is named by a service that cannot prove it: the services are to be mended, and
   * nobody has to sign in
   */
  identify(request: { readonly headers: IncomingHttpHeaders }): Promise<Officer | null>;
}
