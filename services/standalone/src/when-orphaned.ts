const LOOK_EVERY_MS = 500;

/**
 * Calls back once the process that started this one is gone. npm hands SIGTERM to the shell it started and the shell to
 * nobody: without this, `npm start` that is told to stop would leave Demarche running behind.
 */
export const whenOrphaned = (callBack: () => void): void => {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    callBack();
  }, LOOK_EVERY_MS);
  watch.unref();
};
