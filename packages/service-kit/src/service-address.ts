import { z } from 'zod';

const isAddress = (given: string): boolean => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol);
const withoutSlash = (given: string): string => given.trim().replace(/\/+$/, '');

/** The address of another service, kept without a slash at its end. */
export const serviceAddress = (example: string) => {
  const address = `must be an address such as ${example}`;
  return z.string(address).transform(withoutSlash).refine(isAddress, address);
};

/** The addresses of several services of one kind, separated by commas. */
export const serviceAddresses = (example: string) => {
  const addresses = `must be addresses such as ${example}, separated by commas`;
  return z
    .string(addresses)
    .transform((given) => given.split(',').map(withoutSlash))
    .refine((given) => given.every(isAddress), addresses);
};
