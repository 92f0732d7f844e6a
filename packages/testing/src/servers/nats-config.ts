export interface NatsConfigOptions {
  readonly port: number;
  readonly folder: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** The largest message it takes, as its configuration file calls sizes: `512KB`. */
  readonly maxPayload?: string | undefined;
  /** Paths of PEM files; with them the server takes connections by TLS only. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string } | undefined;
}

/** A message may be as large as the largest event that the store takes, with its envelope around it. */
const LARGEST_MESSAGE = '4MB';

/** A server's configuration file. `sync_interval` is left out: servers before 2.10 do not start with it. */
export const natsConfig = ({ port, folder, ...options }: NatsConfigOptions): string => {
  const { user, password, tls, maxPayload = LARGEST_MESSAGE } = options;
  return [
    `listen: "127.0.0.1:${port}"`,
    `server_name: "demarche-test-${port}"`,
    `max_payload: ${maxPayload}`,
    'jetstream {',
    `  store_dir: ${JSON.stringify(folder)}`,
    '  max_memory_store: 64MB',
    '  max_file_store: 8GB',
    '}',
    ...(user ? [`authorization { user: ${JSON.stringify(user)}, password: ${JSON.stringify(password ?? '')} }`] : []),
    ...(tls ? [`tls { cert_file: ${JSON.stringify(tls.certFile)}, key_file: ${JSON.stringify(tls.keyFile)} }`] : []),
    '',
  ].join('\n');
};
