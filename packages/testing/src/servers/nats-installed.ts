import { spawnSync } from 'node:child_process';

/** Debian keeps it where only an administrator's PATH looks. */
const places = ['nats-server', '/usr/sbin/nats-server', '/usr/local/bin/nats-server'];

const answers = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** The program, or nothing where it is not installed. */
export const natsProgram = (): string | undefined => places.find(answers);

/** True where a real NATS server can be started; else the reason to print with what is skipped. */
export const natsInstalled = (): true | string =>
  natsProgram() !== undefined || 'nats-server is not installed (Debian: apt-get install nats-server)';
