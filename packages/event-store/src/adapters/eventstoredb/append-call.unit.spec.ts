import { once } from 'node:events';
import { Duplex } from 'node:stream';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams, { type BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { describe, expect, test } from 'vitest';
import { encodeAppend } from '../../encode-append.ts';
import { exampleEvent } from '../../spec-kit/example-event.ts';
import { appendCall, type GrpcCall } from './append-call.ts';
import { storedEventOf } from './stored-event-of.ts';

/** The other end of the line: keeps what it is sent, and answers when it is told to. */
const line = () => {
  const asked: BatchAppendReq[] = [];
  let ended = false;
  const duplex = new Duplex({
    objectMode: true,
    read() {},
    write(request, _, done) {
      asked.push(request);
      done();
    },
    final(done) {
      ended = true;
      done();
    },
  });
  const cancel = () => duplex.emit('error', Object.assign(new Error('cancelled'), { code: 1, details: '' }));
  return { duplex: Object.assign(duplex, { cancel }), asked, ended: () => ended };
};

const open = () => {
  const there = line();
  let overs = 0;
  const call = appendCall(there.duplex as unknown as GrpcCall, () => {
    overs += 1;
  });
  const giveUp = new AbortController();
  const send = (name = 'recommendation-XKD-1') =>
    call.send({ name, events: encodeAppend([exampleEvent()]).map(storedEventOf), expected: 4 }, giveUp.signal);
  const landed = (request: BatchAppendReq | undefined, revision: number): BatchAppendResp => {
    const place = new shared.AllStreamPosition().setCommitPosition('900').setPreparePosition('890');
    return new streams.BatchAppendResp()
      .setCorrelationId(request?.getCorrelationId())
      .setSuccess(new streams.BatchAppendResp.Success().setCurrentRevision(String(revision)).setPosition(place));
  };
  return { ...there, call, send, landed, giveUp, overs: () => overs };
};

describe('appends over one call', () => {
  test('each is told its own answer, in whatever order they come', async () => {
    const { duplex, asked, send, landed } = open();
    const sent = [send(), send(), send()];
    for (const index of [2, 0, 1]) duplex.push(landed(asked[index], 10 + index));
    expect(await Promise.all(sent)).toEqual(
      [10n, 11n, 12n].map((nextExpectedRevision) => ({
        success: true,
        nextExpectedRevision,
        position: { commit: 900n, prepare: 890n },
      })),
    );
  });

  test('what the server says against one is told to that one only', async () => {
    const { duplex, asked, send, landed } = open();
    const [refused, taken] = [send(), send()];
    const error = new status.Status().setMessage('Server Is Busy');
    duplex.push(new streams.BatchAppendResp().setCorrelationId(asked[0]?.getCorrelationId()).setError(error));
    duplex.push(landed(asked[1], 5));
    await expect(refused).rejects.toMatchObject({
      type: 'unknown',
      message: expect.stringContaining('Server Is Busy'),
    });
    await expect(taken).resolves.toMatchObject({ success: true });
  });

  const gone = { code: 14, details: 'read ECONNRESET' };
  test.each([
    ['an error', (duplex: Duplex) => duplex.emit('error', Object.assign(new Error('gone'), gone)), 'unavailable'],
    ['no word', (duplex: Duplex) => duplex.push(null), undefined],
  ])('when it ends with %s, then whoever waits is told, and that it is over', async (_, end, type) => {
    const { duplex, send, overs } = open();
    const sent = Promise.allSettled([send(), send()]);
    end(duplex);
    const told = { status: 'rejected', reason: { code: 14, ...(type && { type }) } };
    expect(await sent).toMatchObject([told, told]);
    expect(overs()).toBe(1);
  });

  test('when the server ends it, then it is ended from here, too', async () => {
    const { duplex, ended } = open();
    const closed = once(duplex, 'close');
    duplex.push(null);
    await closed;
    expect(ended()).toBe(true);
  });

  test('an answer that cannot be read is told to whom it is for', async () => {
    const { duplex, asked, send } = open();
    const sent = send();
    const unreadable = new streams.BatchAppendResp().setCorrelationId(asked[0]?.getCorrelationId());
    const getSuccess = () => {
      throw new TypeError('not to be read');
    };
    duplex.push(Object.assign(unreadable, { getSuccess }));
    await expect(sent).rejects.toThrow('not to be read');
  });

  test('an answer for which nobody waits any longer harms nobody', async () => {
    const { duplex, asked, send, landed, giveUp } = open();
    const late = send();
    giveUp.abort();
    const next = send();
    duplex.push(landed(asked[0], 5));
    duplex.push(landed(asked[0], 5));
    duplex.push(new streams.BatchAppendResp());
    duplex.push(landed(asked[1], 6));
    expect(await next).toMatchObject({ nextExpectedRevision: 6n });
    expect(await Promise.race([late, 'nothing'])).toBe('nothing');
  });

  test('once it is retired nothing more is sent, what was sent is answered, and then it is ended', async () => {
    const { duplex, asked, send, landed, call, ended, overs } = open();
    const [sent, other] = [send(), send()];
    call.retire();
    duplex.push(landed(asked[0], 5));
    expect(await sent).toMatchObject({ nextExpectedRevision: 5n });
    expect([ended(), overs()]).toEqual([true, 0]);
    duplex.push(landed(asked[1], 6));
    expect(await other).toMatchObject({ nextExpectedRevision: 6n });
    expect(overs()).toBe(1);
  });

  test('retired while nobody waits, it is ended at once', () => {
    const { call, overs } = open();
    call.retire();
    expect(overs()).toBe(1);
  });

  test('retired while somebody waits who then gives up, it is ended then', () => {
    const { call, send, giveUp, overs } = open();
    void send();
    call.retire();
    giveUp.abort();
    expect(overs()).toBe(1);
  });
});
