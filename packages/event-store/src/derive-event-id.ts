import { hash } from 'node:crypto';

/**
 * UUID version 8 (RFC 9562) from the command's id and the event's index: the same command always makes the same ids. It
 * begins as the command's id does, so that keys which count up with time (UUID version 7) make ids which do, too: a store
 * then writes neighbouring places of its index.
 */
export const deriveEventId = (commandId: string, index: number): string => {
  const digest = hash('sha256', `${commandId}#${index}`);
  const variant = '89ab'.charAt(Number.parseInt(digest.charAt(16), 16) & 3);
  return `${commandId.slice(0, 13)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
};
