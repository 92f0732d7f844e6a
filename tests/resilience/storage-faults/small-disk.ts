import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const tried = (program: string, ...parameters: string[]): boolean => {
  try {
    execFileSync(program, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Whether this account may mount a small disk: on a developer's machine it seldom may, in a container as root often. */
export const mayMount = (probe: string): boolean => {
  mkdirSync(probe, { recursive: true });
  if (!tried('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe)) return false;
  return tried('umount', probe);
};

/** Whether files can be made such that not even root writes them. */
export const mayForbidWriting = (probe: string): boolean => {
  mkdirSync(probe, { recursive: true });
  const file = join(probe, 'probe');
  writeFileSync(file, '');
  const may = tried('chattr', '+i', file);
  tried('chattr', '-i', file);
  return may;
};

export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes of it, for everybody. */
  fillUpTo(bytesLeft: number): void;
  makeRoom(): void;
}

/** A disk of its own, so large. */
export const smallDisk = (folder: string, megabytes: number): SmallDisk => {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fillUpTo(bytesLeft) {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - bytesLeft)), { flag: 'a' });
    },
    makeRoom: () => rmSync(ballast, { force: true }),
  };
};

export const forbidWriting = (file: string): void => {
  execFileSync('chattr', ['+i', file]);
};

export const allowWriting = (file: string): void => {
  tried('chattr', '-i', file);
};
