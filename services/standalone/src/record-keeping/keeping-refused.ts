/** Why a backup, a restore or a check was not done. `unsound`: what was given failed its check. `unsuitable`: all else. */
export type KeepingFault = 'unsound' | 'unsuitable';

/** Nothing was changed; the message says why, and what to do. */
export class KeepingRefused extends Error {
  override readonly name = 'KeepingRefused';
  readonly fault: KeepingFault;
  constructor(fault: KeepingFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
