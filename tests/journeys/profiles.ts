import { natsInstalled } from '@demarche/testing';

export type Profile = 'standalone' | 'deployed';

const nats = natsInstalled();

/** Both profiles in which every journey is made; the name of one that cannot be started here says why. */
export const profiles: readonly { readonly profile: Profile; readonly title: string; readonly missing: boolean }[] = [
  { profile: 'standalone', title: 'in one process', missing: false },
  {
    profile: 'deployed',
    title: nats === true ? 'a process for each service' : `a process for each service (skipped: ${nats})`,
    missing: nats !== true,
  },
];
