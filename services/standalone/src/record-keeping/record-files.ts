import type { CopiedStore, StoreSnapshot } from '@demarche/event-store/sqlite';
import type { ViewsToVerify, ViewsVerdict } from '@demarche/projections';

/** What keeping a record needs of the files it lies in. */
export interface RecordFiles {
  /** Copies a record as it is at one moment, beside whoever writes it. */
  copy(file: string, target: string, onProgress: (part: number) => void): Promise<CopiedStore>;
  /** Looks through a record without changing it. `unchanging`: nobody writes the file meanwhile. */
  look(file: string, options: { readonly unchanging: boolean }): StoreSnapshot;
  /** Holds the views of a record against views made anew from it. */
  verifyViews(views: ViewsToVerify): Promise<ViewsVerdict>;
}

/** Told how far it is: what is being done, and what part of that is done, from 0 to 1. */
export type Progress = (doing: string, part: number) => void;
