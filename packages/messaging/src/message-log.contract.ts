import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LoggedMessage, MessageLog, OutgoingMessage, PublishResult } from './message-log.ts';

/** An empty log, and the means to do to it what happens to a bus. */
export interface MessageLogUnderContract {
  readonly log: MessageLog;
  /** Deletes the log and makes it anew. */
  readonly recreate: () => Promise<void>;
  /** Takes one message out of the middle, as a corrupted file would. */
  readonly lose: (sequence: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const idOf = (position: number) => `6f1b3a52-6f0e-4b61-9d3e-${String(position).padStart(12, '0')}`;

const message = (position: number, body = `{"position":${position}}`): OutgoingMessage => ({
  messageId: idOf(position),
  subject: 'demarche.recommendation.PaceNoted.XKD',
  position,
  previousPosition: position - 1,
  body,
});

const positions = (messages: readonly LoggedMessage[]) => messages.map(({ position }) => position);
const outcomes = (results: readonly PublishResult[]) => results.map(({ outcome }) => outcome);

/** What every ordered log of messages must do. Each adapter runs all of it. */
export const messageLogContract = (name: string, open: () => Promise<MessageLogUnderContract>): void => {
  describe(`${name} keeps the contract of the message log`, () => {
    let subject: MessageLogUnderContract;
    let log: MessageLog;
    beforeEach(async () => {
      subject = await open();
      log = subject.log;
    });
    afterEach(() => subject.close());

    /** Publishes messages for so many positions, behind what is there. */
    const fill = async (count: number, from = 1) => {
      const { lastSequence } = await log.end();
      return Promise.all(
        Array.from({ length: count }, (_, index) => log.publish(message(from + index), lastSequence + index)),
      );
    };

    describe('publishing', () => {
      test('given an empty log, then the first messages are numbered from 1', async () => {
        expect(await log.publish(message(1), 0)).toEqual({ outcome: 'published', sequence: 1 });
        expect(await log.publish(message(2), 1)).toEqual({ outcome: 'published', sequence: 2 });
      });

      test.each([
        [0, 1],
        [3, 0],
        [3, 2],
        [3, 4],
        [3, 100],
      ])(
        'given %i messages, when expecting the last to be %i, then it is out of turn and not taken',
        async (count, expected) => {
          await fill(count);
          expect(await log.publish(message(50), expected)).toEqual({ outcome: 'out-of-turn' });
          expect(positions(await log.read(1, 10))).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        },
      );

      test('what came out of turn is taken in its turn', async () => {
        await log.publish(message(1), 1);
        expect(await log.publish(message(1), 0)).toMatchObject({ outcome: 'published' });
      });

      test.each([0, 1, 3])(
        'given it was published, when it comes again expecting %i, then it is there once',
        async (expected) => {
          await fill(3);
          const again = await log.publish(message(1), expected);
          expect(again.outcome).not.toBe('published');
          expect(positions(await log.read(1, 10))).toEqual([1, 2, 3]);
        },
      );

      test('an id known from a short while ago is a duplicate even where it is expected', async () => {
        await fill(2);
        expect(await log.publish(message(2), 2)).toEqual({ outcome: 'duplicate' });
      });

      test('many sent one after another without waiting all come in order', async () => {
        const results = await fill(200);
        expect(new Set(outcomes(results))).toEqual(new Set(['published']));
        expect(positions(await log.read(1, 300))).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
      });

      test('given one of those is out of turn, then those behind it are, too', async () => {
        const results = await Promise.all([
          log.publish(message(1), 0),
          log.publish(message(2), 5),
          log.publish(message(3), 2),
        ]);
        expect(outcomes(results)).toEqual(['published', 'out-of-turn', 'out-of-turn']);
      });

      test('given two who publish the same from the same place, then each message is there once, in order', async () => {
        await Promise.all([fill(50), fill(50)]);
        expect(positions(await log.read(1, 200))).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
      });

      test('given 20 who publish different messages in one place, then one is taken', async () => {
        const results = await Promise.all(Array.from({ length: 20 }, (_, index) => log.publish(message(index + 1), 0)));
        expect(outcomes(results).filter((outcome) => outcome === 'published')).toHaveLength(1);
        expect(await log.read(1, 30)).toHaveLength(1);
      });
    });

    describe('its end', () => {
      test('given an empty log', async () => {
        expect(await log.end()).toMatchObject({ lastSequence: 0, position: 0, messageId: '' });
      });

      test('it follows what is published', async () => {
        await fill(3, 7);
        expect(await log.end()).toMatchObject({
          firstSequence: 1,
          lastSequence: 3,
          position: 9,
          messageId: message(9).messageId,
        });
      });

      test('nothing published, nothing changed', async () => {
        await fill(2);
        expect(await log.end()).toEqual(await log.end());
      });
    });

    describe('reading', () => {
      test.each([
        [1, 10, [1, 2, 3, 4, 5]],
        [1, 2, [1, 2]],
        [3, 1, [3]],
        [4, 10, [4, 5]],
        [6, 10, []],
        [1_000, 10, []],
        [1, 0, []],
      ])('given five messages, from %i on at most %i', async (from, limit, expected) => {
        await fill(5);
        expect(positions(await log.read(from, limit))).toEqual(expected);
      });

      test('a message comes as it was sent, whatever stands in it', async () => {
        const body = JSON.stringify({ text: 'Côte d’Ivoire, 🕊️, \u202Eabc\u202C, "quoted"\n' });
        await log.publish(message(1, body), 0);
        expect(await log.read(1, 1)).toEqual([{ ...message(1, body), sequence: 1 }]);
      });

      test('a large body comes whole', async () => {
        const body = JSON.stringify({ text: 'The delegation took note. '.repeat(20_000) });
        await log.publish(message(1, body), 0);
        expect((await log.read(1, 1))[0]?.body).toBe(body);
      });

      test.each([
        [1, [2, 4, 5]],
        [3, [4, 5]],
        [4, [4, 5]],
      ])(
        'given the first and the third are lost, from %i on, then the next ones that are there come',
        async (from, expected) => {
          await fill(5);
          await subject.lose(1);
          await subject.lose(3);
          expect(positions(await log.read(from, 10))).toEqual(expected);
        },
      );
    });

    describe('made anew', () => {
      test('it is empty, and says that it is another', async () => {
        await fill(3);
        const before = await log.end();
        await subject.recreate();
        const after = await log.end();
        expect(after).toMatchObject({ lastSequence: 0, position: 0 });
        expect(after.incarnation).not.toBe(before.incarnation);
        expect(await log.read(1, 10)).toEqual([]);
      });

      test('it takes the same messages again, from the beginning', async () => {
        await fill(3);
        await subject.recreate();
        expect(await log.publish(message(4), 3)).toEqual({ outcome: 'out-of-turn' });
        expect(outcomes(await fill(3))).toEqual(['published', 'published', 'published']);
        expect(positions(await log.read(1, 10))).toEqual([1, 2, 3]);
      });
    });

    test('one that copies no other has no original', async () => {
      await fill(1);
      expect(await log.original()).toBeNull();
    });

    describe('being told', () => {
      const heard = () => {
        let stop = () => {};
        const call = new Promise<string>((resolve) => {
          stop = log.onPublished(() => resolve('told'));
        });
        return { call, stop };
      };

      test('every listener is called after something was published', async () => {
        const both = [heard(), heard()];
        await fill(1);
        expect(await Promise.all(both.map(({ call }) => call))).toEqual(['told', 'told']);
        for (const { stop } of both) stop();
      });

      test('one who stopped is not called', async () => {
        let calls = 0;
        log.onPublished(() => {
          calls += 1;
        })();
        const { call, stop } = heard();
        await fill(1);
        await call;
        stop();
        expect(calls).toBe(0);
      });
    });
  });
};
