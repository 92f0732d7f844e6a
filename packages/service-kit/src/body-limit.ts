/** Every command and question is smaller, in bytes; files are larger. */
export const BODY_LIMIT = 100 * 1024;
