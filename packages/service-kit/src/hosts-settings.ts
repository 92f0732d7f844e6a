import { z } from 'zod';

/** The names that a machine calls itself by. */
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]', '::1'];

const names = 'must be names without a scheme or a port, such as demarche.example, separated by commas';
const isName = (given: string): boolean => /^[a-z0-9.-]+$|^\[?[0-9a-f:]+\]?$/.test(given);

/**
 * For the services that a browser reaches: the names that they answer to. A foreign name that is pointed at this address
 * is somebody's trick.
 */
export const hostsSettings = {
  DEMARCHE_HOSTS: z
    .string()
    .default('')
    .transform((given) =>
      given
        .toLowerCase()
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .refine((given) => given.every(isName), names)
    .transform((given) => [...LOOPBACK_NAMES, ...given])
    .describe(
      'the names under which people open Demarche, separated by commas, beside `localhost`; under any other it does not answer. The same for the console and the gateway',
    ),
};
