import type { Forum } from '@demarche/contracts';

export interface ForumText {
  readonly forum: Forum;
  /** When the forum adopts its texts. */
  readonly month: string;
  /** As the forum counts its documents; the numbers belong to no document there is. */
  readonly symbol: (year: number, serial: number) => string;
  readonly session: (year: number) => string;
  readonly title: string;
}

export const forumTexts: readonly ForumText[] = [
  {
    forum: 'UNGA',
    month: '11',
    symbol: (year, serial) => `A/X-RES/${year - 1945}/${9000 + serial}`,
    session: (year) => `Session ${year - 1945}`,
    title: 'Improving the coordination of efforts against trafficking in persons',
  },
  {
    forum: 'UNODC',
    month: '10',
    symbol: (year, serial) => `CTOC/X/${year}/${serial}`,
    session: (year) => `Conference of ${year}`,
    title: 'Implementation of the protocol against trafficking in persons',
  },
  {
    forum: 'ILO',
    month: '05',
    symbol: (year, serial) => `ILO/X/${year}/R.${serial}`,
    session: (year) => `Conference of ${year}`,
    title: 'Resolution on fair recruitment',
  },
  {
    forum: 'OSCE',
    month: '12',
    symbol: (year, serial) => `X-MC.DEC/${serial}/${year}`,
    session: (year) => `Ministerial Council ${year}`,
    title: 'Decision on strengthening efforts against trafficking for forced labour',
  },
  {
    forum: 'BALI',
    month: '08',
    symbol: (year, serial) => `BPMC/X/${year}/${serial}`,
    session: (year) => `Ministerial Conference ${year}`,
    title: 'Declaration on people smuggling and trafficking in persons',
  },
  {
    forum: 'OAS',
    month: '05',
    symbol: (year, serial) => `AG/X-RES/${serial}/${year}`,
    session: (year) => `General Assembly ${year}`,
    title: 'Work plan against trafficking in persons in the hemisphere',
  },
  {
    forum: 'EU',
    month: '03',
    symbol: (year, serial) => `EU/X/${year}/${serial}`,
    session: (year) => `Council conclusions ${year}`,
    title: 'Conclusions on trafficking for labour exploitation',
  },
  {
    forum: 'RCM',
    month: '11',
    symbol: (year, serial) => `RCM/X/${year}/${serial}`,
    session: (year) => `Vice-ministerial meeting ${year}`,
    title: 'Declaration on mixed migration and trafficking in persons',
  },
];

/** What such texts say: hortatory without a target, concrete with one. */
export const forumWordings = [
  { wording: 'Encourages States to strengthen cooperation against trafficking in persons.', target: null },
  { wording: 'Invites States to consider the needs of survivors in their policies.', target: null },
  { wording: 'Recalls the importance of data on trafficking in persons.', target: null },
  {
    wording: 'Decides that participating States report their convictions every year.',
    target: 'One report a year with convictions by form of exploitation',
  },
  {
    wording: 'Commits members to end recruitment fees paid by workers.',
    target: 'A law in force that forbids recruitment fees',
  },
  { wording: 'Commits members to name a national rapporteur.', target: 'A rapporteur named, with a budget' },
  {
    wording: 'Undertakes to screen crews at ports with common indicators.',
    target: 'Screening at the two largest ports of each member',
  },
] as const;
