import {
  type CommandAnswer,
  type CommandDefinition,
  type ImportHints,
  ImportPreview,
  type Officer,
  ProblemDocument,
} from '@demarche/contracts';
import { z } from 'zod';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';

type Sent =
  | { readonly outcome: 'answered'; readonly answer: CommandAnswer }
  | { readonly outcome: 'refused'; readonly problem: ProblemDocument };

export interface FileToPreview {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly split: boolean;
}

export interface PreviewWishes {
  readonly hints: ImportHints;
  readonly acceptUnsure: boolean;
}

/** A running Demarche, over HTTP as any integrator reaches it. Every method @throws CommandFailure when it does not answer. */
export interface DemarcheServer {
  signIn(person: string): Promise<Officer>;
  /** The countries on record, so that a file about one that no register holds is understood. */
  countries(): Promise<readonly { readonly iso3: string; readonly name: string }[]>;
  /** Whether what it holds is made up. */
  isDemonstration(): Promise<boolean>;
  /** Sends a command. Sending it again with the same key is safe, and is done when the connection breaks. */
  send(definition: CommandDefinition, body: object, key: string): Promise<Sent>;
  /** What bringing a file in would do, a row for each narrative that is read of it. */
  preview(file: FileToPreview, wishes: PreviewWishes): Promise<ImportPreview['files']>;
  /** The answer of an operator's address, whatever its status. */
  operate(method: 'GET' | 'POST', path: string, body?: object): Promise<{ status: number; body: unknown }>;
}

/** A service without pages says nothing of itself here; only what npm start runs holds demonstration data. */
const ConsoleConfig = z.object({ demonstration: z.boolean() });

const ATTEMPTS = 3;
const PATIENCE_MS = 60_000;
/** Building all views of a long record anew takes minutes. */
const OPERATORS_PATIENCE_MS = 30 * 60_000;

type Sending = RequestInit & { readonly patience?: number };

export const demarcheServer = (url: string): DemarcheServer => {
  let cookie = '';

  const reach = async (path: string, request: Sending, attempt = 1): Promise<Response> => {
    try {
      const headers = { accept: 'application/json', ...(cookie ? { cookie } : {}), ...request.headers };
      return await fetch(new URL(path, url), {
        ...request,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(request.patience ?? PATIENCE_MS),
      });
    } catch (cause) {
      if (attempt < ATTEMPTS && !isNotRunning(cause)) return reach(path, request, attempt + 1);
      throw new CommandFailure(
        exitCodes.unreachable,
        `No Demarche answers at ${url}. Start it with "npm start", or say where it runs with --url.`,
        { cause },
      );
    }
  };
  const post = (path: string, body: object, more: Sending = {}): Promise<Response> =>
    reach(path, {
      ...more,
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...more.headers },
    });

  return {
    async signIn(person) {
      const officer = await chosenPerson(await reach('/identity/persons', {}), person, url);
      const response = await post('/identity/sign-in', { personId: officer.id });
      if (!response.ok) throw await unexpected(response, url);
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
      return officer;
    },
    async countries() {
      const response = await reach('/import/countries', {});
      if (!response.ok) throw await unexpected(response, url);
      return ((await response.json()) as { countries: { iso3: string; name: string }[] }).countries;
    },
    async isDemonstration() {
      const said = ConsoleConfig.safeParse(await (await reach('/console-config', {})).json().catch(() => null));
      return said.success && said.data.demonstration;
    },
    async send(definition, body, key) {
      const response = await post(`/api${definition.path}`, body, { headers: { 'idempotency-key': key } });
      if (response.ok) return { outcome: 'answered', answer: (await response.json()) as CommandAnswer };
      return { outcome: 'refused', problem: await problemIn(response, url) };
    },
    async preview({ name, bytes, split }, wishes) {
      const contentBase64 = Buffer.from(bytes).toString('base64');
      const response = await post('/import/preview', { files: [{ name, contentBase64, split }], ...wishes });
      if (!response.ok) throw await unexpected(response, url);
      return ImportPreview.parse(await response.json()).files;
    },
    async operate(method, path, body) {
      const response =
        method === 'GET' ? await reach(path, {}) : await post(path, body ?? {}, { patience: OPERATORS_PATIENCE_MS });
      return { status: response.status, body: await response.json().catch(() => null) };
    },
  };
};

/** Trying again does not start it. */
const isNotRunning = (error: unknown): boolean =>
  ((error as { cause?: { code?: string } }).cause?.code ?? '') === 'ECONNREFUSED';

const chosenPerson = async (response: Response, wanted: string, url: string): Promise<Officer> => {
  if (!response.ok) throw notDemarche(url);
  const { persons } = (await response.json()) as { persons: readonly Officer[] };
  const person = persons.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  if (person) return person;
  const known = persons.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw new CommandFailure(exitCodes.usage, `Nobody is called ${wanted}. --as takes one of ${known}.`);
};

const problemIn = async (response: Response, url: string): Promise<ProblemDocument> => {
  const problem = ProblemDocument.safeParse(await response.json().catch(() => null));
  if (!problem.success) throw notDemarche(url);
  if (problem.data.status >= 500)
    throw new CommandFailure(exitCodes.unreachable, `${problem.data.title}. ${problem.data.detail}`);
  return problem.data;
};

const unexpected = async (response: Response, url: string): Promise<CommandFailure> => {
  const { title, detail } = await problemIn(response, url);
  return new CommandFailure(exitCodes.usage, `${title}. ${detail}`);
};

const notDemarche = (url: string): CommandFailure =>
  new CommandFailure(exitCodes.unreachable, `What answers at ${url} is not Demarche. Say where it runs with --url.`);
