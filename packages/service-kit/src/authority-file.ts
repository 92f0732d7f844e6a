import { accessSync, constants } from 'node:fs';
import { z } from 'zod';

const canBeRead = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
};

/** The file with the authority that signed a server's certificate. Without it there would be no connection, ever. */
export const authorityFile = z
  .string()
  .refine(canBeRead, 'must be the path of a PEM file that is there and that this account may read');
