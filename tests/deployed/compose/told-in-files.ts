import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Compose, type ComposeService, mountsOf } from './compose-file.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Everything that stands in the files of the repository that a container is given. */
export const toldInFiles = (service: ComposeService, { configs }: Compose): readonly string[] => {
  const named = (service.configs ?? []).flatMap(({ source }) => configs[source]?.file ?? []);
  const mounted = mountsOf(service).flatMap(({ volume }) => (volume.startsWith('./infra/') ? filesIn(volume) : []));
  return [...named, ...mounted].map((file) => readFileSync(join(root, file), 'utf8'));
};

const filesIn = (path: string): readonly string[] => {
  if (!statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesIn(join(path, name)));
};
