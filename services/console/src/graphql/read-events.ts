/** One message of a server-sent stream. */
export interface StreamEvent {
  readonly name: string;
  readonly data: unknown;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const eventOf = (block: string): StreamEvent | null => {
  const lines = block.split('\n').filter((line) => !line.startsWith(':'));
  const valuesOf = (field: string) =>
    lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).replace(/^ /, ''));
  const name = valuesOf('event')[0];
  return name ? { name, data: parsed(valuesOf('data').join('\n')) } : null;
};

/** Reads server-sent events from a response body, however the network cut it into pieces; comments (heartbeats) are dropped. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) yield event;
    }
  }
}
