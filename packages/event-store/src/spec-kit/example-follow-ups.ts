import { type CommandId, FollowUpAssigned, type Officer, StreamName } from '@demarche/contracts';
import { accept, type Clock, type Decider, reject } from '@demarche/kernel';
import type { CommandEnvelope } from '../command-envelope.ts';
import type { EventStore } from '../event-store.ts';

export interface Assign {
  readonly name: 'assign-follow-up';
  readonly what: string;
}

const officer = { id: 'amara.okoye', name: 'Amara Okoye', role: 'embassy_officer', post: 'Embassy Kaldara' } as Officer;
export const engagement = StreamName.parse('engagement-ENG-7F3K-2Q9X');

export const assigned = (what: string): FollowUpAssigned => ({
  type: 'FollowUpAssigned',
  data: FollowUpAssigned.data.parse({
    engagementId: 'ENG-7F3K-2Q9X',
    followUpId: 'ENG-7F3K-2Q9X-F1',
    countries: ['XKD'],
    occurredOn: '2026-03-02',
    what,
    owner: 'Amara Okoye',
    assignedBy: officer,
  }),
});

/** The smallest decider there is, for the specification of `handleCommand`: at most three follow-ups, each once. */
export const followUps: Decider<Assign, FollowUpAssigned, readonly string[], 'enough-to-do'> = {
  initialState: [],
  evolve: (state, event) => [...state, event.data.what],
  decide({ what }, state) {
    if (state.includes(what)) return accept();
    return state.length >= 3 ? reject('enough-to-do', 'There is enough to do already.') : accept(assigned(what));
  },
};

export const KEY = '6f1b3a52-6f0e-4b61-9d3e-0d8f4b6c7a10' as CommandId;
export const keyed = (index: number) => `${KEY.slice(0, -2)}${String(index).padStart(2, '0')}` as CommandId;
const clock: Clock = { now: () => '2026-03-02T09:30:00.000Z' };

export const handling = (store: EventStore, what: string, envelope: Partial<CommandEnvelope> = {}) => ({
  store,
  clock,
  decider: followUps,
  stream: engagement,
  command: { name: 'assign-follow-up', what } as const,
  envelope: {
    commandId: KEY,
    officer,
    today: '2026-03-02',
    fingerprint: `fingerprint of ${what}`,
    correlationId: 'correlation-1',
    causationId: KEY,
    marking: 'SBU',
    ...envelope,
  } satisfies CommandEnvelope,
});
