import { AskFailed } from './ask.ts';
import { ChangesDocument } from './changes.document.ts';
import { endWhenSilent } from './end-when-silent.ts';
import { readEvents } from './read-events.ts';
import { wait } from './wait.ts';

/** Something was recorded: where, and about which countries. */
export interface Change {
  readonly position: number;
  readonly countries: readonly string[];
}

type Listener = (change: Change) => void;
type StateListener = (connected: boolean) => void;

const RETRY_AFTER = [1_000, 2_000, 5_000, 15_000, 30_000];

/** By chance up to half of it less: all pages lose the gateway at one moment, and are not to come back at one. */
const retryAfter = (attempts: number): number =>
  (RETRY_AFTER[Math.min(attempts, RETRY_AFTER.length - 1)] ?? 30_000) * (1 - Math.random() / 2);

/** The gateway says something every twelve seconds, be it that there is nothing to say. */
const SILENT_AT_MOST = 30_000;

/** Views that have moved on say so at once, unless what carries it stands still. */
const UNTOLD_AFTER = 5_000;

/** One stream of changes for the whole console, opened again when it breaks. Whoever listens re-reads what it shows. */
export class Changes {
  readonly #listeners = new Set<Listener>();
  readonly #stateListeners = new Set<StateListener>();
  #attempts = 0;
  /** What is shown is from here, and nobody listened while it was on its way. */
  #from: number | undefined;
  /** Whoever listens was told of everything up to here; unknown until the views say where they are. */
  #told: number | undefined;
  #untold: ReturnType<typeof setTimeout> | undefined;
  #stop = new AbortController();
  connected = false;

  start(): void {
    this.#stop = new AbortController();
    void this.#run(this.#stop.signal);
  }

  stop(): void {
    this.#stop.abort();
    clearTimeout(this.#untold);
  }

  /** What is shown came with the page, as of this position. */
  startFrom(position: number): void {
    this.#from = position;
  }

  /**
   * The views are at this position: where that is further than what came with the page, it is read anew; and so is all that
   * is shown where it is further than anybody has told, and stays so.
   */
  noticePosition(position: number): void {
    if (this.#from !== undefined && position > this.#from) this.#tell({ position, countries: [] });
    this.#from = undefined;
    this.#told ??= position;
    if (position <= this.#told) return;
    clearTimeout(this.#untold);
    this.#untold = setTimeout(() => {
      if (position > (this.#told ?? position)) this.#tell({ position, countries: [] });
    }, UNTOLD_AFTER);
  }

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onState(listener: StateListener): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#listen(signal).catch(() => undefined);
      this.#became(false);
      if (signal.aborted) return;
      await wait(retryAfter(this.#attempts), signal);
      this.#attempts += 1;
    }
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: ChangesDocument }),
      signal,
    });
    if (!response.ok || !response.body) throw new AskFailed('offline', 'No stream of changes.');
    // What happened while nobody listened is not told again: everything shown is read anew.
    if (this.#attempts > 0) this.#tell({ position: 0, countries: [] });
    this.#attempts = 0;
    this.#became(true);
    for await (const event of readEvents(endWhenSilent(response.body, SILENT_AT_MOST))) {
      const change = changeIn(event.data);
      if (change) this.#tell(change);
    }
  }

  #tell(change: Change): void {
    this.#told = change.position > 0 ? Math.max(this.#told ?? 0, change.position) : undefined;
    for (const listener of this.#listeners) listener(change);
  }

  #became(connected: boolean): void {
    if (this.connected === connected) return;
    this.connected = connected;
    for (const listener of this.#stateListeners) listener(connected);
  }
}

const changeIn = (data: unknown): Change | undefined => (data as { data?: { changes?: Change } } | null)?.data?.changes;

export const changes = new Changes();
