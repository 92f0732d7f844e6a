import autocannon from 'autocannon';

export interface HttpLoad {
  readonly address: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
  /** The status that every answer must have. */
  readonly expected: number;
  /** Called for each request. */
  readonly next: () => { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

export interface HttpLoadResult {
  readonly perSecond: number;
  /** One for each answer. */
  readonly milliseconds: readonly number[];
}

/** Posts on so many connections as fast as answers come, each request with its own headers and body. */
export const httpLoad = async (load: HttpLoad): Promise<HttpLoadResult> => {
  const { address, path, headers, connections, seconds, expected, next } = load;
  const milliseconds: number[] = [];
  let unexpected = 0;
  const options: autocannon.Options = {
    url: address,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path,
        setupRequest: (request) => {
          const own = next();
          return {
            ...request,
            headers: { 'content-type': 'application/json', ...headers, ...own.headers },
            body: own.body,
          };
        },
      },
    ],
  };
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const running = autocannon(options, (error: Error | null, result) => (error ? reject(error) : resolve(result)));
  running.on('response', (_client, status, _bytes, time) => {
    milliseconds.push(time);
    if (status !== expected) unexpected += 1;
  });
  const { errors, duration } = await promise;
  if (errors > 0 || unexpected > 0) {
    throw new Error(
      `Of ${milliseconds.length} answers ${unexpected} were not ${expected}, and ${errors} requests failed`,
    );
  }
  return { perSecond: milliseconds.length / duration, milliseconds };
};
