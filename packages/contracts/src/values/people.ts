import { z } from 'zod';
import { roles } from '../vocabularies/index.ts';
import { Line } from './text.ts';
import { vocabulary } from './vocabulary.ts';

/** One of our own people, with the role and post held at the time. */
export const Officer = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'must be lower-case letters, digits, dots or hyphens'),
  name: Line,
  role: vocabulary(roles),
  post: Line,
});
export type Officer = z.infer<typeof Officer>;

/** Somebody present at an engagement, on either side, as they were presented there. */
export const Participant = z.object({
  name: Line,
  title: Line.nullable().default(null),
  body: Line.nullable().default(null),
});
export type Participant = z.infer<typeof Participant>;
