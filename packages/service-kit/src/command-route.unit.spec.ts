import { CompleteFollowUp } from '@demarche/contracts';
import { describe, expect, it } from 'vitest';
import { commandRoute, type Screening } from './command-route.ts';

const KEY = '0f6c1f0e-3a57-4c57-9d1e-6a4c4d8d2b11';
const clock = { now: () => '2026-11-21T12:00:00.000Z' };

/** Sends a follow-up's outcome through the route, and tells what the slice was given, if anything. */
const send = async (outcome: string, screening?: Screening) => {
  const handed: string[] = [];
  const route = commandRoute(
    clock,
    CompleteFollowUp,
    async (command) => {
      handed.push(command.outcome ?? '');
      return { outcome: 'unchanged', revision: 0, position: 1, subject: command.engagementId, location: '/' };
    },
    screening,
  );
  const reply = await route.execute({
    input: { engagementId: 'ENG-7F3K-2Q9X', followUpId: 'ENG-7F3K-2Q9X-F1', occurredOn: '2026-11-20', outcome },
    commandId: KEY,
    officer: { id: 'maya.reyes', name: 'Maya Reyes', role: 'embassy_officer', post: 'Embassy Kald City' },
    correlationId: 'visit-42',
  });
  return { reply, handed };
};

describe('a command whose text seems to hold a victim’s personal data', () => {
  it('is refused before the slice sees it, by field and kind, without the words', async () => {
    const { reply, handed } = await send('Amina Karo, 16, answers on +254 712 345 678.');

    expect(handed).toEqual([]);
    expect(reply).toMatchObject({
      outcome: 'refused',
      problem: {
        code: 'personal-data-suspected',
        status: 400,
        correlationId: 'visit-42',
        errors: [
          { field: 'outcome', message: 'seems to hold somebody’s telephone number' },
          { field: 'outcome', message: 'seems to hold somebody’s name with age' },
        ],
      },
    });
    expect(JSON.stringify(reply)).not.toMatch(/Amina|712/);
  });

  it('goes through once it is written without them', async () => {
    const { reply, handed } = await send('A 16-year-old girl is in the shelter.');

    expect(handed).toHaveLength(1);
    expect(reply.outcome).toBe('answered');
  });

  it('goes through in a field that holds published words', async () => {
    const { reply } = await send('Call the hotline on +254 712 345 678.', { publishedFields: ['outcome'] });

    expect(reply.outcome).toBe('answered');
  });
});
