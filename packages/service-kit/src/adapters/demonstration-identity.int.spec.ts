import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpApp } from '../http-app.ts';
import { createLogger } from '../logger.ts';
import { type DemonstrationIdentity, demonstrationIdentity } from './demonstration-identity.ts';

const key = Buffer.from('kept beside the data');
const identity = demonstrationIdentity([key]);
let address: string;
const closing: (() => void)[] = [];

const serve = async ({ routes }: DemonstrationIdentity): Promise<string> => {
  const app = createHttpApp({
    logger: createLogger({ service: 'test', level: 'silent' }),
    mount: (mounted) => mounted.use(routes),
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  address = await serve(identity);
});
afterAll(() => {
  for (const close of closing) close();
});

const post = (path: string, body: object) =>
  fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const cookieOf = (response: Response): string => response.headers.get('set-cookie') ?? '';
const signIn = (personId: string) => post('/identity/sign-in', { personId });

test('the persons one can be are told, with the roles that the work needs', async () => {
  const { persons, signedIn } = (await (await fetch(`${address}/identity/persons`)).json()) as {
    persons: { role: string }[];
    signedIn: unknown;
  };

  expect(persons.filter(({ role }) => role === 'rpa_lead')).toHaveLength(2);
  expect(new Set(persons.map(({ role }) => role))).toEqual(
    new Set(['rpa_lead', 'embassy_officer', 'multilateral_officer']),
  );
  expect(signedIn).toBeNull();
});

describe('whoever signed in', () => {
  test('is known by a cookie that no script reads and no other site sends', async () => {
    const cookie = cookieOf(await signIn('ines.okafor'));

    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(await identity.identify({ headers: { cookie: `other=1; ${cookie.split(';')[0]}` } })).toMatchObject({
      id: 'ines.okafor',
      role: 'rpa_lead',
    });
  });

  test('is known by a cookie that goes over nothing but https, where people come by that', async () => {
    expect(cookieOf(await signIn('ines.okafor'))).not.toMatch(/secure/i);
    const secure = await serve(demonstrationIdentity([key], { https: true }));
    const body = JSON.stringify({ personId: 'ines.okafor' });
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    for (const path of ['/identity/sign-in', '/identity/sign-out']) {
      expect(cookieOf(await fetch(secure + path, request))).toMatch(/; Secure(;|$)/);
    }
  });

  test('is told so', async () => {
    const cookie = cookieOf(await signIn('yuki.hammond')).split(';')[0] ?? '';
    const answer = await fetch(`${address}/identity/persons`, { headers: { cookie } });

    expect(await answer.json()).toMatchObject({ signedIn: { id: 'yuki.hammond' } });
  });

  test('is nobody once signed out', async () => {
    const response = await post('/identity/sign-out', {});

    expect(response.status).toBe(204);
    expect(cookieOf(response)).toMatch(/^demarche_person=; .*Max-Age=0/);
  });

  test('is nobody where another key signs', async () => {
    const cookie = cookieOf(await signIn('ines.okafor')).split(';')[0] ?? '';
    const elsewhere = demonstrationIdentity([Buffer.from('another installation')]);

    expect(await elsewhere.identify({ headers: { cookie } })).toBeNull();
  });

  test('is not signed out by a key that is changed as long as the one before stands below it', async () => {
    const cookie = cookieOf(await signIn('ines.okafor')).split(';')[0] ?? '';
    const changed = demonstrationIdentity([Buffer.from('the new one'), key]);

    expect(await changed.identify({ headers: { cookie } })).toMatchObject({ id: 'ines.okafor' });
  });
});

test('a person who is not among them is refused, with who is', async () => {
  const response = await signIn('the.secretary');

  expect(response.status).toBe(400);
  expect(cookieOf(response)).toBe('');
  expect(await response.json()).toMatchObject({
    code: 'malformed',
    errors: [{ field: 'personId', message: expect.stringMatching(/^must be one of ines\.okafor, /) }],
  });
});
