// Loaded before a service, by a test only.

const LOOK_EVERY_MS = 500;

/** A test that is killed cannot end what it started: a service whose starter is gone goes, too. */
const starter = process.ppid;
setInterval(() => {
  if (process.ppid !== starter) process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS).unref();
