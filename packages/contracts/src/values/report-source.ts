import { z } from 'zod';
import { Line, WebAddress } from './text.ts';

/** Where a report's text was taken from. */
export const ReportSource = z.object({
  address: WebAddress.nullable().default(null),
  fileName: Line.nullable().default(null),
  /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case')
    .nullable()
    .default(null),
});
export type ReportSource = z.infer<typeof ReportSource>;
