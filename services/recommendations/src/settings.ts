import { writeServiceSettings } from '@demarche/service-kit';

export const settings = writeServiceSettings(4801);
