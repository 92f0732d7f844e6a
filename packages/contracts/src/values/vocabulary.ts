import { z } from 'zod';

/** A schema that accepts exactly the codes of a vocabulary. */
export const vocabulary = <Code extends string>(labels: Readonly<Record<Code, string>>) =>
  z.enum(Object.keys(labels) as [Code, ...Code[]]);
