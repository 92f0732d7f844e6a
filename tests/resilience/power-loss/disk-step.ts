/** What the traced process did to the disk, or said about it, one after the other. */
export type DiskStep =
  | { readonly kind: 'write'; readonly file: number; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'resize'; readonly file: number; readonly size: number }
  /** All that was done to the file before is on the disk now; of a folder: all entries of it. */
  | { readonly kind: 'sync'; readonly file: number }
  /** A name in a folder now means this file or folder; or, without one, nothing any more. */
  | { readonly kind: 'entry'; readonly folder: number; readonly name: string; readonly file: number | undefined }
  | { readonly kind: 'folder'; readonly file: number }
  | { readonly kind: 'said'; readonly word: 'asked' | 'held'; readonly position: number };

/** The folder in which everything happens, and which lies safely on the disk before. Files and folders count up from it. */
export const ROOT = 0;
