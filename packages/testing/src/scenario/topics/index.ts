import { partnerships } from './partnerships.ts';
import { prevention } from './prevention.ts';
import { prosecution } from './prosecution.ts';
import { protection } from './protection.ts';
import type { Topic } from './topic.ts';

export type { Topic } from './topic.ts';

export const topics: readonly Topic[] = [...prosecution, ...protection, ...prevention, ...partnerships];
