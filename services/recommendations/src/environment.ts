import { parseEnvironment, writeServiceEnvironment } from '@demarche/service-kit';

/** Read once, by `main.ts`. */
export const environment = parseEnvironment(writeServiceEnvironment(4801), process.env);
