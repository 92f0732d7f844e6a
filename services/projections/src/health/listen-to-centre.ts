import type { CentreHeard } from '@demarche/contracts';
import type { Clock } from '@demarche/kernel';
import type { MessageLog } from '@demarche/messaging';
import { soon } from '@demarche/service-kit';

/** A line that works says something every second; one that broke off for a moment does again within half a minute. */
const SILENT_AFTER_MS = 60_000;

/** Whoever asks how the views do is not to wait for the bus. */
const SOON_MS = 500;

/**
 * When the centre was heard last, where the log is a copy of the centre's. What was known of it stays known while the bus
 * here does not answer, or has forgotten it over a start.
 */
export const listenToCentre = (
  log: Pick<MessageLog, 'original'>,
  clock: Clock,
): (() => Promise<CentreHeard | null>) => {
  let known: Omit<CentreHeard, 'silent'> | null = null;
  const ask = async (): Promise<void> => {
    const asked = Date.parse(clock.now());
    const original = await soon(log.original(), SOON_MS, undefined).catch(() => undefined);
    if (original === undefined) return;
    known = original && {
      heardAt: heardAt(asked, original.silentForMs) ?? known?.heardAt ?? null,
      missing: original.missing,
    };
  };
  const isSilent = (since: string | null): boolean =>
    since === null || Date.parse(clock.now()) - Date.parse(since) >= SILENT_AFTER_MS;
  return async () => {
    await ask();
    return known && { ...known, silent: isSilent(known.heardAt) };
  };
};

const heardAt = (asked: number, silentForMs: number | null): string | null =>
  silentForMs === null ? null : new Date(asked - silentForMs).toISOString();
