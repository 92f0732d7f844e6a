import type { ChangeSignal, Signals, Timing } from '@demarche/messaging';

export interface AnnounceOnceOptions {
  /** What every replica of the projections says. */
  readonly from: Pick<Signals, 'subscribe'>;
  /** What subscribers hear. */
  readonly to: Pick<Signals, 'publish'>;
  readonly timing: Timing;
  /** Told how far the views have come, before any subscriber is. */
  readonly onAnnounced: (position: number) => void;
  /** Replicas are at most so many milliseconds apart; what comes later is passed on again. */
  readonly withinMs?: number;
}

/**
 * Every replica says of each change that it has it. The first to say so is enough: whoever reads again is answered from
 * there or later, by whichever replica. It is remembered for a while only, so that a record which an operator has had
 * read anew is announced again. Returns how to stop.
 */
export const announceOnce = ({
  from,
  to,
  timing,
  onAnnounced,
  withinMs = 3_000,
}: AnnounceOnceOptions): (() => void) => {
  const said = new Map<string, number>();
  const isNews = ({ position, countries, subjects }: ChangeSignal): boolean => {
    const about = [...countries, ...subjects];
    const news = about.filter((name) => (said.get(name) ?? -1) < position);
    for (const name of news) said.set(name, position);
    if (news.length > 0) timing.after(withinMs, () => forget(news, position));
    return news.length > 0 || about.length === 0;
  };
  const forget = (names: readonly string[], position: number): void => {
    for (const name of names) if (said.get(name) === position) said.delete(name);
  };
  return from.subscribe((signal) => {
    onAnnounced(signal.position);
    if (isNews(signal)) to.publish(signal);
  });
};
