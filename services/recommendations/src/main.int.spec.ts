import { ines } from '@demarche/testing';
import { writeServiceContract } from '@demarche/testing/write-service-contract';
import { reportPublished } from './spec-kit/kaldara-stories.ts';

const { tier } = reportPublished().data;

writeServiceContract({
  main: new URL('main.ts', import.meta.url),
  command: 'publish-country-report',
  input: {
    country: 'XKD',
    countryName: 'Kaldara',
    reportYear: 2026,
    tier,
    section: 'complete',
    recommendations: [{ text: 'Fund shelters.' }],
  },
  path: '/country-reports',
  officer: ines,
});
