import { type Command, InvalidArgumentError } from 'commander';

export interface ServerOption {
  readonly url: string;
}

/** Adds `--url`. */
export const withServer = (command: Command, defaultUrl: string): Command =>
  command.option('--url <address>', 'where Demarche runs', serverAddress, defaultUrl);

const serverAddress = (text: string): string => {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:4800.');
};
