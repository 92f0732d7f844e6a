import { parseEnvironment } from '@demarche/service-kit';
import { settings } from './settings.ts';

/** Read once, by `main.ts`. */
export const environment = parseEnvironment(settings, process.env);
