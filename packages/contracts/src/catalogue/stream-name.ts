import { z } from 'zod';
import type { StreamCategory } from './define-event.ts';

/** `<category>-<id>`: one stream for one thing with a life, never one for a country. */
export const StreamName = z
  .string()
  .max(200)
  .regex(/^[a-zA-Z]+-[A-Za-z0-9-]+$/)
  .brand<'StreamName'>();
export type StreamName = z.infer<typeof StreamName>;

export const streamName = (category: StreamCategory, id: string): StreamName => `${category}-${id}` as StreamName;

export const categoryOf = (stream: StreamName): string => stream.slice(0, stream.indexOf('-'));

export const idOf = (stream: StreamName): string => stream.slice(stream.indexOf('-') + 1);
