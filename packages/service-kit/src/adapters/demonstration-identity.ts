import type { IncomingHttpHeaders } from 'node:http';
import type { Officer } from '@demarche/contracts';
import { type Response, Router } from 'express';
import { correlationIdOf } from '../correlation-id.ts';
import { demonstrationPersons } from '../demonstration-persons.ts';
import type { Identity } from '../identity.ts';
import { problem } from '../problem.ts';
import { rememberedProofs } from '../remembered-proofs.ts';
import { sendProblem } from '../send-problem.ts';
import { SignIn, sessionCookie } from '../sign-in.ts';
import { readSignedText, type SigningKeys, signText } from '../signed-text.ts';

const attributes = 'Path=/; HttpOnly; SameSite=Strict';

export interface DemonstrationIdentityOptions {
  /** People come by https: the cookie is then sent over nothing else. */
  readonly https?: boolean;
}

export interface DemonstrationIdentity extends Identity {
  /** `GET /identity/persons`, `POST /identity/sign-in` with `{"personId": id}`, `POST /identity/sign-out`. */
  readonly routes: Router;
}

/**
 * Signs in as one of a few fictional persons, without a password: fit for one machine and its own loopback only. The
 * cookie is signed, so that it holds who was chosen on this installation and nothing else.
 */
export const demonstrationIdentity = (
  keys: SigningKeys,
  { https = false }: DemonstrationIdentityOptions = {},
): DemonstrationIdentity => {
  const personOf = rememberedProofs((cookie) => {
    const id = readSignedText(cookie, keys);
    return demonstrationPersons.find((person) => person.id === id) ?? null;
  });
  const personIn = (headers: IncomingHttpHeaders): Officer | null => personOf(cookieIn(headers.cookie ?? ''));
  return {
    identify: async ({ headers }) => personIn(headers),
    routes: routesFor(personIn, sessionCookies(keys, https)),
  };
};

/** Whoever signs in is held by the cookie, and nobody is where there is none. */
const sessionCookies = (keys: SigningKeys, https: boolean) => {
  const kept = https ? `${attributes}; Secure` : attributes;
  return (person: Officer | null): string =>
    person ? `${sessionCookie}=${signText(person.id, keys)}; ${kept}` : `${sessionCookie}=; ${kept}; Max-Age=0`;
};

const routesFor = (
  personIn: (headers: IncomingHttpHeaders) => Officer | null,
  cookieFor: ReturnType<typeof sessionCookies>,
): Router => {
  const router = Router();
  router.get('/identity/persons', (request, response) => {
    response.json({ persons: demonstrationPersons, signedIn: personIn(request.headers) });
  });
  router.post('/identity/sign-in', (request, response) => {
    const asked = SignIn.safeParse(request.body).data?.personId;
    const person = demonstrationPersons.find(({ id }) => id === asked);
    if (!person) return personUnknown(response);
    response.set('Set-Cookie', cookieFor(person)).json(person);
  });
  router.post('/identity/sign-out', (_request, response) => {
    response.set('Set-Cookie', cookieFor(null)).status(204).end();
  });
  return router;
};

const personUnknown = (response: Response): void => {
  const known = demonstrationPersons.map(({ id }) => id).join(', ');
  sendProblem(
    response,
    problem('malformed', correlationIdOf(response), {
      errors: [{ field: 'personId', message: `must be one of ${known}` }],
    }).problem,
  );
};

const cookieIn = (header: string): string => {
  const pair = header.split(';').find((candidate) => candidate.trim().startsWith(`${sessionCookie}=`));
  return pair ? pair.trim().slice(sessionCookie.length + 1) : '';
};
