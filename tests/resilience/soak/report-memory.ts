// Loaded before Demarche, by the soak only: on SIGUSR2 it throws away what nobody holds and says what is left.
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.stderr.write(`memory ${JSON.stringify({ heapUsed, external, rss })}\n`);
});
