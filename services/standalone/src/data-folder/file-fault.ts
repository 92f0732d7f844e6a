/** By the codes of the operating system, and by SQLite's primary result codes. */
const FAULTS = {
  'no-right': ['EACCES', 'EPERM', 'EROFS', 8, 14],
  'no-room': ['ENOSPC', 'EDQUOT', 13],
  damaged: [11, 26],
  'disk-root': ['EBUSY'],
} as const;

/** What kept a file or a folder from being used. `none`: the error is not about one. */
export type FileFault = keyof typeof FAULTS | 'other' | 'none';

export const fileFaultOf = (error: unknown): FileFault => {
  const { code, errcode } = error as { code?: string; errcode?: number };
  const said = [errcode === undefined ? code : errcode & 0xff];
  const found = Object.entries(FAULTS).find(([, codes]) => codes.some((each) => said.includes(each)));
  if (found) return found[0] as FileFault;
  return code === undefined ? 'none' : 'other';
};
