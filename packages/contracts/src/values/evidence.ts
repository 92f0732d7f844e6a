import { z } from 'zod';
import { evidenceKinds } from '../vocabularies/index.ts';
import { Line, WebAddress } from './text.ts';
import { IsoDate } from './time.ts';
import { vocabulary } from './vocabulary.ts';

/** What shows that something was done: enough to find it again without Demarche. */
export const Evidence = z.object({
  kind: vocabulary(evidenceKinds),
  /** As one would cite it: "Official Gazette 112, 14 August 2026". */
  reference: Line,
  address: WebAddress.nullable().default(null),
  publishedOn: IsoDate.nullable().default(null),
});
export type Evidence = z.infer<typeof Evidence>;
