/** How an engagement took place. */
export const channels = {
  meeting: 'Meeting',
  call: 'Call',
  correspondence: 'Correspondence',
  forum_margin: 'Margin of a forum',
  event: 'Public event',
  other: 'Other',
} as const;
export type Channel = keyof typeof channels;
