import {
  busSettings,
  officerKeySettings,
  serviceAddress,
  serviceAddresses,
  serviceSettings,
} from '@demarche/service-kit';
import { z } from 'zod';

const signIn =
  'must be demonstration, which lets anybody be any demonstration person: it is the only kind there is yet';
const secret = 'must be a secret of at least 32 characters';
const addressOf = (service: string, port: number) =>
  serviceAddress(`http://${service}:${port}`).describe(`address of ${service}, such as \`http://${service}:${port}\``);

export const settings = z.object({
  ...serviceSettings(4806),
  ...busSettings,
  ...officerKeySettings,
  DEMARCHE_RECOMMENDATIONS: addressOf('recommendations', 4801),
  DEMARCHE_ENGAGEMENTS: addressOf('engagements', 4802),
  DEMARCHE_COMMITMENTS: addressOf('commitments', 4803),
  DEMARCHE_PROJECTIONS: serviceAddresses('http://projections:4804').describe(
    'addresses of all replicas of projections, separated by commas',
  ),
  DEMARCHE_SIGN_IN: z
    .literal('demonstration', signIn)
    .describe('how people sign in: `demonstration` lets anybody be any demonstration person, and is the only kind yet'),
  DEMARCHE_IDENTITY_KEY: z
    .string(secret)
    .min(32, secret)
    .transform((text) => new TextEncoder().encode(text))
    .describe('secret of at least 32 characters that signs the cookie which says who somebody is'),
});
