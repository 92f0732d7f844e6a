import type { StoreTrouble } from '../../event-store.ts';

interface Description {
  readonly what: string;
  readonly remedy: string;
}

const describe = (trouble: StoreTrouble, file: string, said: string): Description => {
  switch (trouble) {
    case 'locked':
      return {
        what: `Another program holds ${file} for itself`,
        remedy: 'End what has it open, such as a database viewer or a copying program',
      };
    case 'full':
      return { what: `The disk that holds ${file} is full`, remedy: 'Make room on it' };
    case 'read-only':
      return {
        what: `Demarche may not write ${file}`,
        remedy: 'Give its account the right to read and write the file and the folder that it lies in',
      };
    case 'damaged':
      return {
        what: `${file} is damaged: ${said}`,
        remedy:
          'Stop Demarche, keep a copy of the folder, and bring back the newest backup with "demarche restore"; "demarche verify" says what is damaged',
      };
    case 'away':
      return { what: `${file} cannot be used: ${said}`, remedy: 'Look whether its disk is there and sound' };
  }
};

/** Said while Demarche runs: what keeps it from recording, and what to do. Most of it passes without a restart. */
export const describeTrouble = (trouble: StoreTrouble, file: string, said: string): string => {
  const { what, remedy } = describe(trouble, file, said);
  return trouble === 'damaged' ? `${what}. ${remedy}.` : `${what}. ${remedy}; recording goes on by itself then.`;
};

/** Said when Demarche does not start. */
export const describeRefusal = (trouble: StoreTrouble, file: string, said: string): string => {
  const { what, remedy } = describe(trouble, file, said);
  return trouble === 'damaged' ? `${what}. Nothing was changed. ${remedy}.` : `${what}. ${remedy}, then start again.`;
};
