import { omar } from '@demarche/testing';
import { writeServiceContract } from '@demarche/testing/write-service-contract';
import { content } from './spec-kit/kaldara-stories.ts';

writeServiceContract({
  main: new URL('main.ts', import.meta.url),
  command: 'record-forum-instrument',
  input: { forum: 'UNGA', documentSymbol: 'A/RES/99/1', ...content },
  path: '/forum-instruments',
  officer: omar,
});
