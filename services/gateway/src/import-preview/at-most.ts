import { ProblemError } from '@demarche/service-kit';

/** Runs so many pieces of work at once. @throws ProblemError `busy`, for whatever comes on top of them */
export const atMost = (count: number): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
  let underWay = 0;
  return async (work) => {
    if (underWay >= count) throw new ProblemError('busy');
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
    }
  };
};
