/**
 * Ends a stream that has gone silent. A connection can die without a word; a server that says something every few seconds
 * is heard no more then.
 */
export const endWhenSilent = (body: ReadableStream<Uint8Array>, afterMs: number): ReadableStream<Uint8Array> => {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      const silence = setTimeout(() => void reader.cancel(), afterMs);
      const { value, done } = await reader.read().finally(() => clearTimeout(silence));
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
};
