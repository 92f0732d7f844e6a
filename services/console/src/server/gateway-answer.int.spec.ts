import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Request } from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { gatewayAnswer } from './gateway-answer.ts';
import { gatewayDoor } from './gateway-door.ts';

const question = { query: 'query ($code: CountryCode!) { country(code: $code) { name } }', variables: { code: 'XKD' } };
const opened = { headers: { cookie: 'demarche_person=ines', host: 'demarche.example' } } as Request;
const data = { country: { name: 'Kaldara' } };

/** What stands where the gateway would, and says the same to everybody; nothing where it is told nothing. */
const gatewayThatSays = async (reply: object | null) => {
  const asked: { headers: IncomingHttpHeaders; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    asked.push({ headers: request.headers, body: await json(request) });
    if (reply) response.end(JSON.stringify(reply));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Where it says something, that is waited for, however busy the machine is.
  return { asked, answer: gatewayAnswer(gatewayDoor(address), reply ? 15_000 : undefined) };
};

test('the gateway is asked as whoever opens the page would ask it', async () => {
  const { asked, answer } = await gatewayThatSays({ data });
  expect(await answer(question, opened)).toEqual(data);
  expect(asked).toEqual([{ headers: expect.objectContaining(opened.headers), body: question }]);
});

test.each([
  ['a part of it failed', { data: { country: null }, errors: [{ message: 'The views are being built.' }] }],
  ['it was refused', { errors: [{ message: 'Nobody is signed in.' }] }],
  ['what it says is no answer', { status: 503, code: 'views-unavailable' }],
])('given %s, then there is no answer', async (_, reply) => {
  const { answer } = await gatewayThatSays(reply);
  expect(await answer(question, opened)).toBeUndefined();
});

test('given it says nothing, then it is not waited for', async () => {
  const { answer } = await gatewayThatSays(null);
  await expect(answer(question, opened)).rejects.toThrow(/abort/i);
});
