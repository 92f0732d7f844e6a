/** Does work of the same name one after another, and of different names at once. */
export const turns = () => {
  const last = new Map<string, Promise<unknown>>();
  return async <Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> => {
    const before = last.get(name);
    const working = before ? before.then(work, work) : work();
    last.set(name, working);
    try {
      return await working;
    } finally {
      if (last.get(name) === working) last.delete(name);
    }
  };
};
