import { Officer } from '@demarche/contracts';
import { z } from 'zod';

/** The cookie that holds who was chosen. */
export const sessionCookie = 'demarche_person';

/** `POST /identity/sign-in` */
export const SignIn = z.strictObject({ personId: z.string() });

/** What `GET /identity/persons` answers: who can be chosen, and who was. */
export const SignInChoice = z.object({ persons: z.array(Officer), signedIn: Officer.nullable() });
