import { type CommandId, FollowUpAssigned, type Officer } from '@demarche/contracts';
import { accept, type Decider } from '@demarche/kernel';

/** One command, as plain as commands are, for what appending costs. */
interface Assign {
  readonly name: 'assign-follow-up';
  readonly what: string;
}

const officer = { id: 'amara.okoye', name: 'Amara Okoye', role: 'embassy_officer', post: 'Embassy Kaldara' } as Officer;
/** What it records. */
export const followUp = FollowUpAssigned.data.parse({
  engagementId: 'ENG-7F3K-2Q9X',
  followUpId: 'ENG-7F3K-2Q9X-F1',
  countries: ['XKD'],
  occurredOn: '2026-03-02',
  what: 'Send the model law on victim identification to the ministry, with the comments of the regional workshop.',
  owner: 'Amara Okoye',
  assignedBy: officer,
});
export const followUps: Decider<Assign, FollowUpAssigned, number, never> = {
  initialState: 0,
  evolve: (count) => count + 1,
  decide: ({ what }) => accept({ type: 'FollowUpAssigned', data: { ...followUp, what: what as typeof followUp.what } }),
};

export const assignFollowUp = { name: 'assign-follow-up', what: followUp.what } as const;

/** Who gives it, and under which key. */
export const envelopeOf = (commandId: CommandId) =>
  ({
    commandId,
    officer,
    today: '2026-03-02',
    fingerprint: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    correlationId: commandId,
    causationId: commandId,
    marking: 'SBU',
  }) as const;
