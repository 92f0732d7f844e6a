import { createHash } from 'node:crypto';

/**
 * UUID version 8 (RFC 9562) from the command's id and the event's index: the same command always makes the same ids. It
 * begins as the command's id does, so that keys which count up with time (UUID version 7) make ids which do, too: a store
 * then writes neighbouring places of its index.
 */
export const deriveEventId = (commandId: string, index: number): string => {
  const bytes = createHash('sha256').update(`${commandId}#${index}`).digest();
  bytes.write(commandId.replaceAll('-', '').slice(0, 12), 'hex');
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
