interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** One sentence for everything in a Dockerfile that the image must not have. */
export const imageFaultsIn = (dockerfile: string): readonly string[] => {
  const instructions = instructionsIn(dockerfile);
  const of = (...words: readonly string[]) => instructions.filter(({ word }) => words.includes(word));
  const last = instructions.slice(instructions.findLastIndex(({ word }) => word === 'FROM'));
  return [
    ...of('ARG').flatMap(({ rest }) => unpinned(rest.split('=')[1] ?? '')),
    ...of('FROM').flatMap(({ rest }) => unpinned(rest.split(' ')[0] ?? '')),
    ...of('ENV', 'ARG').flatMap(({ rest }) => secrets(rest)),
    ...of('RUN').flatMap(({ rest }) => careless(rest)),
    ...last.filter(({ word }) => ['COPY', 'ADD'].includes(word)).flatMap(({ rest }) => owned(rest)),
    ...kept(of('RUN').map(({ rest }) => rest)),
    ...userFaults(last.findLast(({ word }) => word === 'USER')?.rest),
  ];
};

const instructionsIn = (dockerfile: string): readonly Instruction[] =>
  dockerfile
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [word = '', ...rest] = line.split(' ');
      return { word, rest: rest.join(' ') };
    });

const PINNED = /:\d+\.\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/;
const EARLIER = /^(\$\{NODE\}|[a-z]+)$/;

const unpinned = (image: string): readonly string[] =>
  PINNED.test(image) || EARLIER.test(image) ? [] : [`${image} names no whole version`];

const secrets = (variable: string): readonly string[] => {
  const [name = ''] = variable.split('=');
  return /KEY|PASSWORD|SECRET|TOKEN/.test(name) ? [`has a secret in ${name}`] : [];
};

const careless = (command: string): readonly string[] => [
  ...(/npm (i|install)\b/.test(command) ? ['installs what is not locked'] : []),
  ...(/npm ci(?!.*--ignore-scripts)/.test(command) ? ['runs the scripts of packages'] : []),
];

/** What is copied into the image comes from a stage that installs without them. */
const kept = (commands: readonly string[]): readonly string[] =>
  commands.some((command) => command.includes('--omit=dev')) ? [] : ['keeps what only tests need'];

const owned = (copied: string): readonly string[] => {
  const owner = /--chown=(\w+)/.exec(copied)?.[1] ?? 'root';
  return owner === 'root' ? [] : [`gives the program to ${owner}`];
};

const userFaults = (user: string | undefined): readonly string[] => {
  if (user === undefined) return ['ends without a user'];
  return /^[1-9]\d*:[1-9]\d*$/.test(user) ? [] : [`ends as ${user}`];
};
