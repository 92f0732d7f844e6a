import { maya } from '@demarche/testing';
import { writeServiceContract } from '@demarche/testing/write-service-contract';
import { content } from './spec-kit/kaldara-stories.ts';

writeServiceContract({
  main: new URL('main.ts', import.meta.url),
  command: 'log-engagement',
  input: content,
  path: '/engagements',
  officer: maya,
});
