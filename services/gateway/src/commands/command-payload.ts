import { CommandAnswer, ProblemDocument } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { contractFields } from '../contract-types/contract-fields.ts';

/** What a mutation answers: one of the two is null. */
export interface CommandPayload {
  readonly answer: CommandAnswer | null;
  readonly refusal: ProblemDocument | null;
}

const answerType = builder.objectRef<CommandAnswer>('CommandAnswer').implement({
  description: 'It is on record.',
  fields: (t) =>
    contractFields(t, CommandAnswer, {
      owner: 'CommandAnswer',
      docs: {
        subject: 'What the command was about, by its reference: `KEN-2024-03`, `ENG-7F3K-2Q9X`.',
        location: 'Where the subject is to be read in the console.',
        revision: 'For `ifMatch`.',
        position: 'Ask with this as `minPosition` to see your own write.',
        recorded: 'False where the command asked for what already held and nothing was recorded.',
        repeated: 'True where this key was used before for the same command: this is the answer of then.',
      },
    }),
});

const refusalType = builder.objectRef<ProblemDocument>('Refusal').implement({
  description:
    'It is not on record, and why. The same as the problem document that the write service answers over HTTP.',
  fields: (t) =>
    contractFields(t, ProblemDocument, {
      owner: 'Refusal',
      except: ['type', 'instance'],
      nullable: ['errors', 'currentRevision', 'correlationId'],
      docs: {
        code: 'Stable; the same in the log, over HTTP and here.',
        detail: 'One sentence for a person: what forbids it, and what to do instead.',
        errors: 'With `malformed`: every faulty field, by its path in the input.',
        currentRevision: 'With `stale`: the revision that the record has now.',
        status: 'The status that the same refusal has over HTTP.',
      },
    }),
});

export const commandPayloadType = builder.objectRef<CommandPayload>('CommandPayload').implement({
  description: 'Either the answer or the refusal.',
  fields: (t) => ({
    answer: t.field({ type: answerType, nullable: true, resolve: ({ answer }) => answer }),
    refusal: t.field({ type: refusalType, nullable: true, resolve: ({ refusal }) => refusal }),
  }),
});
