/** What there is for a process to run on. Memory in bytes. */
interface Machine {
  readonly cores: number;
  readonly memory: number;
  /** What its container or unit may take of it; 0, or more than there is, where nothing is said. */
  readonly memoryLimit: number;
}

/** More gain nothing: the view that costs most then takes longest. */
const MOST_THREADS = 4;

const MB = 1024 * 1024;

/** What the process takes that they run in, and the questions that it answers meanwhile. */
const OWN_MEMORY = 256 * MB;

/** A page cache of 128 MB, a batch of events, and a heap. Measured: ADR 0010. */
const THREAD_MEMORY = 450 * MB;

/** So many that the system does not end the process in the middle of the build, which would then begin anew for ever. */
export const threadsFor = ({ cores, memory, memoryLimit }: Machine): number => {
  const most = Math.min(memory, memoryLimit || memory);
  const fitting = Math.floor((most - OWN_MEMORY) / THREAD_MEMORY);
  return Math.max(1, Math.min(MOST_THREADS, cores, fitting));
};
