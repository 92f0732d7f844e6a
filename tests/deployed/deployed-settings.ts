import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreAddress } from '@demarche/event-store/open';

type Settings = Readonly<Record<string, string>>;

/** Every service of the deployed profile. */
export type ServiceKind =
  | 'recommendations'
  | 'engagements'
  | 'commitments'
  | 'relay'
  | 'projections'
  | 'gateway'
  | 'console';

/** What the settings of all services follow from. */
export interface Profile {
  readonly folder: string;
  readonly store: StoreAddress;
  /** Such as `nats://127.0.0.1:4222`. */
  readonly bus: string;
  /** One port for each, and one for each replica of the projections. */
  readonly ports: Readonly<Record<Exclude<ServiceKind, 'projections'>, number>> & {
    readonly projections: readonly number[];
  };
  readonly demonstration: boolean;
}

export const storeFileIn = (folder: string): string => join(folder, 'store', 'events.sqlite');

/** What one replica has for itself. */
export const viewsFolderIn = (folder: string, replica: number): string => {
  const views = join(folder, `views-${replica}`);
  mkdirSync(views, { recursive: true });
  return views;
};

/** Services refuse secrets that are short. */
const secret = (): string => randomBytes(32).toString('base64url');

const storeSettings = ({ address, user, password, caFile }: StoreAddress): Settings => ({
  DEMARCHE_STORE: address,
  ...(user === undefined ? {} : { DEMARCHE_STORE_USER: user }),
  ...(password === undefined ? {} : { DEMARCHE_STORE_PASSWORD: password }),
  ...(caFile === undefined ? {} : { DEMARCHE_STORE_CA: caFile }),
});

/** The environment of every service, as an operator would write it. */
export const deployedSettings = ({ folder, store: opened, bus, ports, demonstration }: Profile) => {
  const at = (port: number): string => `http://127.0.0.1:${port}`;
  const store = storeSettings(opened);
  const follows: Settings = { DEMARCHE_BUS: bus };
  const officer: Settings = { DEMARCHE_OFFICER_KEY: secret() };
  const records: Settings = { ...store, ...officer };
  const gateway: Settings = {
    ...follows,
    ...officer,
    DEMARCHE_RECOMMENDATIONS: at(ports.recommendations),
    DEMARCHE_ENGAGEMENTS: at(ports.engagements),
    DEMARCHE_COMMITMENTS: at(ports.commitments),
    DEMARCHE_PROJECTIONS: ports.projections.map(at).join(','),
    DEMARCHE_SIGN_IN: 'demonstration',
    DEMARCHE_IDENTITY_KEY: secret(),
  };
  return {
    recommendations: () => records,
    engagements: () => records,
    commitments: () => records,
    relay: (): Settings => ({ ...store, ...follows }),
    projections: (replica: number): Settings => ({
      ...records,
      ...follows,
      DEMARCHE_VIEWS: join(viewsFolderIn(folder, replica), 'views.sqlite'),
    }),
    gateway: () => gateway,
    console: (): Settings => ({
      DEMARCHE_GATEWAY: at(ports.gateway),
      DEMARCHE_DEMONSTRATION: demonstration ? 'yes' : 'no',
    }),
  };
};
