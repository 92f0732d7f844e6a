import { expect, test } from 'vitest';
import { gatewayCheck } from './console-checks.ts';

const away = { name: 'engagements', status: 'warn', error: 'it does not answer' };
const saying = (status: string) =>
  gatewayCheck(async () => ({
    status: status === 'warn' ? 200 : 503,
    body: { status, checks: { engagements: { status: 'warn', error: 'it does not answer' } } },
  }));

test('a gateway that works and has something to tell is amber, and answers', async () => {
  expect(await saying('warn')()).toEqual({
    status: 'warn',
    trouble: 'The gateway answers, and something behind it is not well',
    behind: [away],
  });
});

test.each(['fail', 'stopping'])(
  'behind a gateway whose readiness is %s pages are served, and nothing is answered',
  async (status) => {
    expect(await saying(status)()).toMatchObject({ status: 'warn', answers: false, behind: [away] });
  },
);

test('a gateway whose views hold what is not on record answers, and says what that is worth', async () => {
  const projections = { status: 'fail', beyondRecord: true, replicas: [{ status: 'fail', error: 'it is not ready' }] };
  const check = gatewayCheck(async () => ({ status: 503, body: { status: 'fail', checks: { projections } } }));
  expect(await check()).toEqual({
    status: 'warn',
    trouble: 'The gateway answers from views that hold what is not on record',
    beyondRecord: true,
    behind: [{ name: 'projections', ...projections }],
  });
});

test('without a gateway pages are served, and nothing is answered', async () => {
  const check = gatewayCheck(() => Promise.reject(new Error('ECONNREFUSED')));
  expect(await check()).toEqual({
    status: 'warn',
    trouble: 'The gateway does not answer (ECONNREFUSED): look whether it runs, and where DEMARCHE_GATEWAY says',
    answers: false,
  });
});
