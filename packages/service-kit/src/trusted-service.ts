import type { RequestHandler } from 'express';
import { correlationIdOf } from './correlation-id.ts';
import { problem } from './problem.ts';
import { sendProblem } from './send-problem.ts';
import type { ServiceKey } from './service-key.ts';

const HEADER = 'x-demarche-service';

/** Which of them it is, nobody asks. */
const SAID = 'demarche';

/**
 * Lets those through who prove, by a key that only services hold, to be one; everybody else is refused. `onDisbelieved`
 * hears of each proof that proves nothing.
 */
export const trustedService = (key: ServiceKey, onDisbelieved: () => void = () => undefined): RequestHandler => {
  const proves = key.believing('service', (said) => (said === SAID ? true : null));
  return ({ headers }, response, next) => {
    const given = headers[HEADER];
    if (typeof given === 'string') {
      if (proves(given)) return next();
      onDisbelieved();
    }
    return sendProblem(response, problem('not-a-service', correlationIdOf(response)).problem);
  };
};

/** The header that `trustedService` believes. It is for one request: what it proves is over in some minutes. */
export const trustedServiceHeader = (key: ServiceKey): Readonly<Record<string, string>> => ({
  [HEADER]: key.prove('service', SAID),
});
