/** As much of the Compose Specification as docker-compose.yml uses; the whole of it is checked against its schema. */
export interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly network_mode?: string;
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string; readonly required?: boolean }>>;
  readonly healthcheck?: {
    readonly test?: readonly string[];
    readonly disable?: boolean;
    readonly interval?: string;
    readonly start_interval?: string;
  };
  readonly restart?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly privileged?: boolean;
  readonly security_opt?: readonly string[];
  readonly stop_grace_period?: string;
  readonly cpus?: number;
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
}

export interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, object>>;
  readonly configs: Readonly<Record<string, { readonly file: string }>>;
}

/** Where a volume of the file stands in the container of a service. */
export interface Mount {
  readonly volume: string;
  readonly folder: string;
  readonly readOnly: boolean;
}

/** The whole of what runs in it. */
export const wordsOf = ({ entrypoint = [], command = [] }: ComposeService): readonly string[] => [
  ...entrypoint,
  ...command,
];

/** Whether nothing starts it but somebody who runs it to its end: `docker compose run`. */
export const isRunByHand = ({ profiles = [] }: ComposeService): boolean => profiles.includes('tools');

export const mountsOf = ({ volumes = [] }: ComposeService): readonly Mount[] =>
  volumes.map((written) => {
    const [volume = '', folder = '', mode] = written.split(':');
    return { volume, folder, readOnly: mode === 'ro' };
  });
