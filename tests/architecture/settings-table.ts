import type { z } from 'zod';

/** What a service is told, by the name of its folder. */
export type SettingsOfServices = Readonly<Record<string, z.ZodObject>>;

/** Groups that have a name of their own. The larger come first. */
const groups: readonly (readonly [string, readonly string[]])[] = [
  ['all', ['recommendations', 'engagements', 'commitments', 'relay', 'projections', 'gateway', 'console']],
  ['write services', ['recommendations', 'engagements', 'commitments']],
];

const described = (services: readonly string[]): string => {
  const group = groups.find(([, members]) => members.every((member) => services.includes(member)));
  if (!group) return services.join(', ');
  const others = services.filter((service) => !group[1].includes(service));
  return [group[0], ...others].join(', ');
};

const NONE = '–';
const REQUIRED = 'required';

const defaultOf = (setting: z.core.$ZodType): string => {
  const { success, data } = (setting as z.ZodType).safeParse(undefined);
  if (!success) return REQUIRED;
  return data === undefined ? NONE : writtenOf(setting);
};

/** What schemas are wrapped in, each with the one that it wraps. */
interface Layers extends z.core.$ZodTypeDef {
  readonly defaultValue?: unknown;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
}

/** As it would be set, before it is made into what the service uses. */
const writtenOf = (setting: z.core.$ZodType): string => {
  const { defaultValue, innerType, in: input } = setting._zod.def as Layers;
  if (defaultValue !== undefined) return defaultValue === '' ? NONE : `\`${defaultValue}\``;
  return writtenOf((innerType ?? input) as z.core.$ZodType);
};

/** One row for each setting, whichever services know it: the rows of the README's table. */
export const settingsTable = (services: SettingsOfServices): readonly string[] => {
  const names = new Set(Object.values(services).flatMap(({ shape }) => Object.keys(shape)));
  return [
    '| variable | for | default | meaning |',
    '|---|---|---|---|',
    ...[...names].map((name) => rowOf(name, services)),
  ];
};

const rowOf = (name: string, services: SettingsOfServices): string => {
  const told = Object.entries(services).flatMap(([service, { shape }]) =>
    shape[name] ? [{ service, setting: shape[name] as z.ZodType }] : [],
  );
  const defaults = oneOrEach(told.map(({ service, setting }) => [service, defaultOf(setting)]));
  const meanings = oneOrEach(told.map(({ service, setting }) => [service, setting.description ?? '']));
  return `| \`${name}\` | ${described(told.map(({ service }) => service))} | ${defaults} | ${meanings} |`;
};

/** What holds for all is said once. */
const oneOrEach = (values: readonly (readonly [service: string, value: string])[]): string => {
  const different = new Set(values.map(([, value]) => value));
  return different.size === 1
    ? [...different].join('')
    : values.map(([service, value]) => `${service} ${value}`).join(', ');
};
