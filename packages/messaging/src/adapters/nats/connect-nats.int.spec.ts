import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNats } from '@demarche/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  connected,
  connectedForOne,
  describeWithNats,
  impatiently,
  natsForOne,
  patience,
} from '../../spec-kit/nats-for-specs.ts';
import type { BusConnection } from './connect-nats.ts';

const SUBJECT = 'kaldara.weather';

/** Everything that comes to the subject, as text. */
const heardBy = (bus: BusConnection): readonly string[] => {
  const heard: string[] = [];
  bus.subscribe(SUBJECT, (message) => void heard.push(message.string()));
  return heard;
};

const troubleOf = (bus: BusConnection) => () => bus.trouble;

describeWithNats('a connection to NATS', () => {
  test('given the server is down, then it says so, refuses work at once, and is there once the server is', async () => {
    const nats = await natsForOne();
    await nats.stop();
    const bus = connectedForOne(nats);
    const heard = heardBy(bus);
    await expect.poll(troubleOf(bus), patience).toBe(`The bus cannot be reached: ${nats.url} takes no connection`);
    expect(() => bus.live()).toThrow('takes no connection');
    await nats.start();
    await connected(bus);
    bus.live().publish(SUBJECT, 'rain');
    await expect.poll(() => heard, patience).toEqual(['rain']);
  });

  test('given the server is killed and comes back, then subscriptions stand again before anybody is told', async () => {
    const nats = await natsForOne();
    const bus = connectedForOne(nats);
    const heard = heardBy(bus);
    await connected(bus);
    bus.onConnected(() => bus.live().publish(SUBJECT, 'sun'));
    await nats.kill();
    await expect.poll(troubleOf(bus), patience).toContain('The bus cannot be reached');
    await nats.start();
    await expect.poll(() => heard, patience).toEqual(['sun']);
  });

  test('one who stopped hears nothing over a later connection', async () => {
    const nats = await natsForOne();
    const bus = connectedForOne(nats);
    await connected(bus);
    const stopped: string[] = [];
    bus.subscribe(SUBJECT, (message) => void stopped.push(message.string()))();
    const heard = heardBy(bus);
    bus.onConnected(() => bus.live().publish(SUBJECT, 'fog'));
    await nats.kill();
    await nats.start();
    await expect.poll(() => heard, patience).toEqual(['fog']);
    expect(stopped).toEqual([]);
  });

  test('given the server freezes, then that is noticed; it leaves no connection open, and comes back', async () => {
    const nats = await natsForOne();
    const bus = connectedForOne(nats, { pingEveryMs: 300, reachWithinMs: 1_000 });
    await connected(bus);
    await nats.pause();
    const before = openSockets();
    await expect.poll(troubleOf(bus), patience).toContain('is in trouble (it does not answer)');
    let attempts = 0;
    const other = connectedForOne(nats, { reachWithinMs: 200, onTrouble: () => void (attempts += 1) });
    await expect.poll(() => attempts, patience).toBeGreaterThan(8);
    expect(openSockets()).toBeLessThanOrEqual(before + 1);
    nats.resume();
    await Promise.all([connected(bus), connected(other)]);
  });

  const openSockets = (): number =>
    process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;

  test('of several servers it takes one that answers', async () => {
    const [one, other] = [await natsForOne(), await natsForOne()];
    await one.stop();
    const bus = connectedForOne(other, { servers: [one.url, other.url] });
    await connected(bus);
    const heard = heardBy(bus);
    await one.start();
    await other.stop();
    await expect.poll(() => bus.trouble === undefined && bus.live().getServer(), patience).toContain(portOf(one.url));
    bus.live().publish(SUBJECT, 'hail');
    await expect.poll(() => heard, patience).toEqual(['hail']);
  });

  const portOf = (url: string) => new URL(url.replace('nats:', 'http:')).port;

  test('what a listener throws is told, and nobody is deaf after it', async () => {
    const nats = await natsForOne();
    const troubles: unknown[] = [];
    const bus = connectedForOne(nats, { onTrouble: (error) => troubles.push(error) });
    await connected(bus);
    bus.subscribe(SUBJECT, () => {
      throw new Error('The barometer fell');
    });
    const heard = heardBy(bus);
    for (const weather of ['rain', 'sun']) bus.live().publish(SUBJECT, weather);
    await expect.poll(() => heard, patience).toEqual(['rain', 'sun']);
    expect(String(troubles[0])).toContain('The barometer fell');
  });

  test.each(['up', 'down', 'frozen'])('closed while the server is %s, it ends', async (state) => {
    const nats = await natsForOne();
    const bus = impatiently(nats, { reachWithinMs: 60_000 });
    await connected(bus);
    if (state === 'down') await nats.kill();
    if (state === 'frozen') await nats.pause();
    await expect(bus.close()).resolves.toBeUndefined();
    expect(() => bus.live()).toThrow('closed');
  });
});

describeWithNats('who is let in', () => {
  const guarded = async () => {
    const nats = await startNats({ user: 'relay', password: 'a long secret' });
    onTestFinished(() => nats.close());
    return nats;
  };

  test('with the right user and password', async () => {
    const bus = connectedForOne(await guarded(), { user: 'relay', password: 'a long secret' });
    await connected(bus);
    expect(bus.trouble).toBeUndefined();
  });

  test.each([
    ['the wrong password', { user: 'relay', password: 'another' }],
    ['no user', {}],
  ])('not with %s, and it says what to look at, without the secret', async (_, credentials) => {
    const bus = connectedForOne(await guarded(), credentials);
    await expect
      .poll(troubleOf(bus), patience)
      .toMatch(/does not take this user and password: see DEMARCHE_BUS_USER and DEMARCHE_BUS_PASSWORD$/);
  });
});

const byTls = spawnSync('openssl', ['version']).status === 0 ? '' : ' (skipped: openssl is not installed)';

/** An authority that signed one certificate, its own, for a server of this name. */
const certificateFor = (name: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-tls-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [certFile, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const names = ['-subj', '/CN=kaldara', '-addext', `subjectAltName=${name}`];
  const request = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', ...names];
  spawnSync('openssl', ['req', ...request, '-keyout', keyFile, '-out', certFile]);
  return { certFile, keyFile };
};

describeWithNats('encryption', () => {
  describe.skipIf(byTls !== '')(`by TLS${byTls}`, () => {
    const reach = async (certifiedName: string, host: string) => {
      const tls = certificateFor(certifiedName);
      const nats = await startNats({ tls });
      onTestFinished(() => nats.close());
      const servers = [nats.url.replace('127.0.0.1', host)];
      return connectedForOne(nats, { servers, caFile: tls.certFile });
    };

    test.each([
      ['IP:127.0.0.1', '127.0.0.1'],
      ['DNS:localhost', 'localhost'],
    ])('with the authority that signed a certificate for %s, by %s', async (name, host) => {
      const bus = await reach(name, host);
      await connected(bus);
      expect(bus.trouble).toBeUndefined();
    });

    test.each([
      ['IP:127.0.0.1', 'localhost'],
      ['DNS:localhost', '127.0.0.1'],
    ])('not where the certificate is for %s and the server was asked for as %s', async (name, host) => {
      await expect.poll(troubleOf(await reach(name, host)), patience).toContain('does not match certificate');
    });

    test('not without the authority, nor with another, and the setting that names it is named', async () => {
      const nats = await startNats({ tls: certificateFor('IP:127.0.0.1') });
      onTestFinished(() => nats.close());
      const another = certificateFor('IP:127.0.0.1').certFile;
      for (const bus of [connectedForOne(nats), connectedForOne(nats, { caFile: another })]) {
        await expect
          .poll(troubleOf(bus), patience)
          .toMatch(/has a certificate of an authority that is not known here: .* in DEMARCHE_BUS_CA$/);
      }
    });
  });

  test('what is to be encrypted is not sent to a server that cannot', async () => {
    const nats = await natsForOne();
    const bus = connectedForOne(nats, { servers: [nats.url.replace('nats:', 'tls:')] });
    await expect.poll(troubleOf(bus), patience).toContain('tls');
  });
});
