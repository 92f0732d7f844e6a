import type { Notice } from './parsed-narrative.ts';

/** The warnings gathered while a file is read, each once. */
export class Notices {
  readonly list: Notice[] = [];

  add(code: string, message: string, line: number | null = null): void {
    if (this.list.some((each) => each.code === code && each.line === line)) return;
    this.list.push({ code, message, line });
  }
}
