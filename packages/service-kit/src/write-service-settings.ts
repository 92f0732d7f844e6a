import { z } from 'zod';
import { officerKeySettings } from './officer-key-settings.ts';
import { serviceSettings } from './service-settings.ts';
import { storeCredentials, storeSettings } from './store-settings.ts';

/** The settings of a write service that runs as a process of its own. */
export const writeServiceSettings = (usualPort: number) =>
  z.object({ ...serviceSettings(usualPort), ...storeSettings, ...officerKeySettings }).refine(...storeCredentials);
