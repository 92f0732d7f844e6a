import { inProcessSignals } from '@demarche/messaging/in-process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { type ServedGateway, serveGateway } from '../spec-kit/serve-gateway.ts';

const signals = inProcessSignals();
let listeners = 0;
let listening = Promise.withResolvers<void>();
let silent = Promise.withResolvers<void>();
let gateway: ServedGateway;

beforeEach(async () => {
  listening = Promise.withResolvers();
  silent = Promise.withResolvers();
  const counted: typeof signals = {
    publish: signals.publish,
    subscribe(listener) {
      const stop = signals.subscribe(listener);
      listeners += 1;
      listening.resolve();
      return () => {
        listeners -= 1;
        silent.resolve();
        stop();
      };
    },
  };
  gateway = await serveGateway({ queries: new SampleWorld(), signals: counted });
});
afterEach(() => gateway.close());

const document = 'subscription ($country: CountryCode) { changes(country: $country) { position countries subjects } }';

const follow = async (country: string | null, abort = new AbortController()) => {
  const query = new URLSearchParams({ query: document, variables: JSON.stringify({ country }) });
  const response = await fetch(`${gateway.address}?${query}`, {
    headers: { accept: 'text/event-stream' },
    signal: abort.signal,
  });
  const reader = (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  const readUntil = async (awaited: string): Promise<string> => {
    while (!received.includes(awaited)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`the stream ended before ${awaited}: ${received}`);
      received += value;
    }
    return received;
  };
  await listening.promise;
  return { response, readUntil, abort };
};

const kaldara = { position: 101, countries: ['XKD'], subjects: ['XKD-2026-01'] };
const selene = { position: 102, countries: ['XSE'], subjects: ['ENG-7F3K-2Q9X'] };

describe('changes', () => {
  test('of one country come as events, those of others do not', async () => {
    const { response, readUntil } = await follow('XKD');
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    signals.publish(selene);
    signals.publish(kaldara);
    const text = await readUntil('XKD-2026-01');
    expect(text).toContain(`event: next\ndata: ${JSON.stringify({ data: { changes: kaldara } })}\n\n`);
    expect(text).not.toContain('XSE');
  });

  test('of all countries come without one', async () => {
    const { readUntil } = await follow(null);
    signals.publish(selene);
    expect(await readUntil('ENG-7F3K-2Q9X')).toContain('"countries":["XSE"]');
  });

  test('begin with a comment, so that a proxy lets the stream through at once', async () => {
    const { readUntil } = await follow(null);
    expect(await readUntil(':\n\n')).toMatch(/^:\n\n/);
  });

  test('go on with comments while nothing happens, so that a dead link is noticed', async () => {
    const { readUntil } = await follow(null);
    expect(await readUntil(':\n\n:\n\n')).not.toContain('event:');
  });

  test('stop being listened to when the client goes', async () => {
    const { abort, readUntil } = await follow(null);
    await readUntil(':\n\n');
    abort.abort();
    await silent.promise;
    expect(listeners).toBe(0);
  });

  test('end with a word when the server stops', async () => {
    const { readUntil } = await follow(null);
    await readUntil(':\n\n');
    const closed = gateway.close();
    expect(await readUntil('event: complete')).toContain('event: complete');
    await closed;
    expect(listeners).toBe(0);
  });
});

test('a question that is no subscription is answered as an event too, where the client only takes events', async () => {
  const response = await fetch(`${gateway.address}?${new URLSearchParams({ query: '{ viewer { name } }' })}`, {
    headers: { accept: 'text/event-stream' },
  });
  expect(await response.text()).toContain('event: next\ndata: {"data":{"viewer":{"name":"Ines Okafor"}}}');
});
