import { commandCatalogue } from '@demarche/contracts';
import fc from 'fast-check';
import { codeOf, faultsOfRefusal } from '../problem-of.ts';
import type { Tally } from '../tally.ts';
import type { Answer, Wire } from '../wire.ts';
import { type CommandRequest, commandRequests } from './command-request.ts';
import type { KnownReferences } from './input-arbitrary.ts';

export interface Barrage {
  readonly wire: Wire;
  readonly known: KnownReferences;
  readonly seed: number;
  /** Commands in all; each kind of command gets its equal share. */
  readonly commands: number;
  readonly tally: Tally;
}

/**
 * Sends every kind of command at once, and answers which were sent. Fails with the smallest request that was answered as
 * none may be.
 */
export const commandsBarrage = async ({ wire, known, seed, commands, tally }: Barrage): Promise<Set<string>> => {
  const sent = new Set<string>();
  const definitions = Object.values(commandCatalogue);
  const numRuns = Math.ceil(commands / definitions.length);
  const cookies = new Map<string, string>();
  const results = await Promise.allSettled(
    definitions.map((definition, index) =>
      fc.assert(
        fc.asyncProperty(commandRequests(definition, known), async (request) => {
          const cookie = cookies.get(request.personId) ?? (await wire.cookieOf(request.personId));
          const answer = await wire.send({
            path: request.path,
            body: request.body,
            headers: { 'content-type': 'application/json', cookie, ...request.headers },
          });
          tally.count(request.kind, answer.status);
          sent.add(request.command);
          const faults = faultsOf(request, answer);
          if (faults.length > 0) throw new Error(`${answer.status} ${faults.join('; ')}: ${answer.text.slice(0, 500)}`);
        }),
        { seed: seed + index, numRuns, interruptAfterTimeLimit: 1_200_000, markInterruptAsFailure: true },
      ),
    ),
  );
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [sentenceOf(result.reason)] : []));
  if (failures.length > 0) throw new Error(failures.join('\n\n'));
  return sent;
};

/** What was answered, then the request, then the seed to repeat it with. */
const sentenceOf = (failure: Error): string => `${(failure.cause as Error | undefined)?.message}\n${failure.message}`;

const faultsOf = (request: CommandRequest, answer: Answer): readonly string[] => {
  const { status } = answer;
  if (status >= 500) return ['is a fault of ours'];
  if (status < 300) return request.fits === false ? ['was recorded, against its contract'] : [];
  return [...faultsOfRefusal(answer), ...injusticeOf(request, answer)];
};

const injusticeOf = ({ fits }: CommandRequest, answer: Answer): readonly string[] => {
  const code = codeOf(answer);
  if (fits && code === 'malformed') return ['fits its contract, and is called malformed'];
  return code === 'not-found' ? ['found no route'] : [];
};
