/** What an embassy officer sends who logs a meeting; each one says something of its own. */
export const meetingBody = (number: number): string =>
  JSON.stringify({
    kind: 'bilateral',
    occurredOn: '2026-03-02',
    countries: ['XKD'],
    channel: 'meeting',
    deliveryForm: 'oral',
    place: 'Kald City',
    post: 'Embassy Kald City',
    ourParticipants: [{ name: 'Miriam Castellanos', title: 'Political Officer', body: null }],
    theirParticipants: [{ name: 'Joan Park', title: 'Minister', body: 'Ministry of Labour' }],
    pillars: ['prosecution'],
    summary: `Meeting ${number} on the labour inspectorate. We asked when the law on recruitment fees will be tabled and who will train the inspectors; the minister named the autumn session and asked for the comments of the regional workshop.`,
    marking: 'U',
  });
