import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangeSignal, Signals } from './signals.ts';

export interface SignalsUnderContract {
  readonly signals: Signals;
  readonly close: () => Promise<void>;
}

const signal = (position: number): ChangeSignal => ({
  position,
  countries: ['XKD'],
  subjects: [`XKD-2024-0${position}`],
});

/** Listens until so many signals came. */
const listen = (signals: Signals, count: number) => {
  const heard: ChangeSignal[] = [];
  let stop = () => {};
  const enough = new Promise<readonly ChangeSignal[]>((resolve) => {
    stop = signals.subscribe((published) => {
      heard.push(published);
      if (heard.length === count) resolve(heard);
    });
  });
  return { enough, stop, heard };
};

/** What every way of signalling must do. Each adapter runs all of it. */
export const signalsContract = (name: string, open: () => Promise<SignalsUnderContract>): void => {
  describe(`${name} keep the contract of signals`, () => {
    let subject: SignalsUnderContract;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.close());

    test('a subscriber hears what is published, in order', async () => {
      const { enough } = listen(subject.signals, 3);
      for (const position of [1, 2, 3]) subject.signals.publish(signal(position));
      expect(await enough).toEqual([signal(1), signal(2), signal(3)]);
    });

    test('every subscriber hears it', async () => {
      const all = [1, 2, 3].map(() => listen(subject.signals, 1));
      subject.signals.publish(signal(1));
      expect(await Promise.all(all.map(({ enough }) => enough))).toEqual([[signal(1)], [signal(1)], [signal(1)]]);
    });

    test('publishing waits for nobody and fails for nobody', () => {
      expect(subject.signals.publish(signal(1))).toBeUndefined();
    });

    test('one who stopped hears nothing more; the others do', async () => {
      const stopped = listen(subject.signals, 2);
      const other = listen(subject.signals, 1);
      stopped.stop();
      subject.signals.publish(signal(1));
      await other.enough;
      expect(stopped.heard).toEqual([]);
    });

    test('one who stops before it is delivered does not hear it', async () => {
      const stopped = listen(subject.signals, 1);
      const other = listen(subject.signals, 1);
      subject.signals.publish(signal(1));
      stopped.stop();
      await other.enough;
      expect(stopped.heard).toEqual([]);
    });

    test('one who stops twice disturbs nobody', async () => {
      const other = listen(subject.signals, 1);
      const stopped = listen(subject.signals, 1);
      stopped.stop();
      stopped.stop();
      subject.signals.publish(signal(1));
      expect(await other.enough).toEqual([signal(1)]);
    });

    test('the same listener subscribed twice hears twice, and stops once for each', async () => {
      const heard: number[] = [];
      const listener = ({ position }: ChangeSignal) => void heard.push(position);
      const stopFirst = subject.signals.subscribe(listener);
      subject.signals.subscribe(listener);
      const first = listen(subject.signals, 1);
      subject.signals.publish(signal(1));
      await first.enough;
      stopFirst();
      const second = listen(subject.signals, 1);
      subject.signals.publish(signal(2));
      await second.enough;
      expect(heard).toEqual([1, 1, 2]);
    });
  });
};
