import {
  busCredentials,
  busSettings,
  hostsSettings,
  officerKeySettings,
  secretKeys,
  serviceAddress,
  serviceAddresses,
  serviceSettings,
} from '@demarche/service-kit';
import { z } from 'zod';

const signIn =
  'must be demonstration, said outright: anybody who reaches Demarche may then act as any demonstration person, without a password. It is the only kind there is, and not for real records';

export const settings = z
  .object({
    ...serviceSettings(4806),
    ...hostsSettings,
    DEMARCHE_RECOMMENDATIONS: serviceAddress('http://127.0.0.1:4801').describe(
      'where the service of recommendations is',
    ),
    DEMARCHE_ENGAGEMENTS: serviceAddress('http://127.0.0.1:4802').describe('where the service of engagements is'),
    DEMARCHE_COMMITMENTS: serviceAddress('http://127.0.0.1:4803').describe('where the service of commitments is'),
    DEMARCHE_PROJECTIONS: serviceAddresses('http://127.0.0.1:4804').describe(
      'where the replicas of the projections are, separated by commas',
    ),
    ...busSettings,
    ...officerKeySettings,
    DEMARCHE_SIGN_IN: z
      .enum(['demonstration'], signIn)
      .describe('`demonstration`: anybody may act as any demonstration person; to be said outright'),
    DEMARCHE_IDENTITY_KEY: secretKeys('kept over restarts so that nobody is signed out by one').describe(
      'secret of at least 32 characters that signs the sign-in cookie',
    ),
    DEMARCHE_HTTPS: z
      .enum(['yes', 'no'], 'must be yes or no: whether people come by https')
      .default('no')
      .describe('`yes` where people come by https: the sign-in cookie is then sent over nothing else'),
  })
  .refine(...busCredentials);
