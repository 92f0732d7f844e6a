/** Who wants to know of appends. A listener that throws fails on its own: neither the append nor another listener sees it. */
export interface AppendListeners {
  add(listener: () => void): () => void;
  notify(): void;
  size(): number;
}

export const appendListeners = (): AppendListeners => {
  const listeners = new Set<{ readonly call: () => void }>();
  return {
    add(call) {
      const entry = { call };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    notify() {
      for (const entry of listeners) queueMicrotask(() => listeners.has(entry) && entry.call());
    },
    size: () => listeners.size,
  };
};
