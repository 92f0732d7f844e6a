import { z } from 'zod';

/** Plain text that must say something. Control characters other than line breaks and tabs are refused; markup is just text. */
export const plainText = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(maximum, `must not be longer than ${maximum.toLocaleString('en-US')} characters`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    .regex(/^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]*$/, 'must not contain control characters');

export const Line = plainText(300);
export const Paragraph = plainText(4_000);
export const Note = plainText(10_000);

/** A web address that a reader can open. Never fetched by Demarche. */
export const WebAddress = z.url({ protocol: /^https?$/ }).max(2_000);
export type WebAddress = z.infer<typeof WebAddress>;
