import { expect, test } from 'vitest';
import { endWhenSilent } from './end-when-silent.ts';

const saying = (pieces: readonly string[], onCancel: () => void = () => {}): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
    },
    cancel: onCancel,
  });

test('given a stream that dies without a word, then it ends after what was said, and the connection is let go', async () => {
  const letGo = Promise.withResolvers<void>();
  expect(await new Response(endWhenSilent(saying(['a', 'b'], letGo.resolve), 20)).text()).toBe('ab');
  await letGo.promise;
});

test('given a stream that ends or breaks, then so does what is read of it', async () => {
  const ended = endWhenSilent(new Response('a').body as ReadableStream<Uint8Array>, 60_000);
  expect(await new Response(ended).text()).toBe('a');
  const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('cut off')) });
  await expect(new Response(endWhenSilent(broken, 60_000)).text()).rejects.toThrow('cut off');
});

test('given a reader that has enough, then the connection is let go', async () => {
  const letGo = Promise.withResolvers<string>();
  await endWhenSilent(
    saying(['a'], () => letGo.resolve('let go')),
    60_000,
  ).cancel();
  expect(await letGo.promise).toBe('let go');
});
