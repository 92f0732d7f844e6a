/** Under the contracts' codes, so that a count is found by its status. */
export const StatusCountsFields = /* GraphQL */ `
  fragment StatusCountsFields on ImplementationStatusCounts {
    not_assessed: notAssessed no_evidence: noEvidence not_started: notStarted initial_steps: initialSteps
    partially_implemented: partiallyImplemented implemented reversed
  }`;
