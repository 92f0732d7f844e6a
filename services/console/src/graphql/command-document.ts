/** Every command that the console sends, by its mutation. */
export const commandNames = [
  'assessImplementation',
  'assignFollowUp',
  'closeRecommendation',
  'completeFollowUp',
  'correctConcreteAction',
  'correctCountryReport',
  'correctEngagement',
  'fulfilCommitment',
  'lapseCommitment',
  'logEngagement',
  'notePace',
  'publishCountryReport',
  'recordConcreteAction',
  'recordForumInstrument',
  'recordGovernmentResponse',
  'reviewDelivery',
  'reviewRewording',
  'signOffAssessment',
  'tagRecommendation',
  'withdrawCommitment',
  'withdrawConcreteAction',
  'withdrawEngagement',
  'withdrawEntry',
] as const;

export type CommandName = (typeof commandNames)[number];

/** All mutations look alike: the input, the key, the revision seen; then the answer or the refusal. */
export const commandDocument = (name: CommandName): string => /* GraphQL */ `
  mutation ${name.charAt(0).toUpperCase()}${name.slice(1)}(
    $input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!, $idempotencyKey: ID!, $ifMatch: Int
  ) {
    ${name}(input: $input, idempotencyKey: $idempotencyKey, ifMatch: $ifMatch) {
      answer { subject location revision position recorded repeated events { type entry } }
      refusal { code title detail errors { field message } }
    }
  }`;
