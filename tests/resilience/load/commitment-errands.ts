import { FulfilCommitment, ReviewDelivery } from '@demarche/contracts';
import { LEAD, type Plan } from './errand.ts';

export const reviewDelivery: Plan = ({ memory: { promises, delivered } }) => {
  const [commitmentId] = promises;
  if (!commitmentId) return undefined;
  return {
    definition: ReviewDelivery,
    as: LEAD,
    input: {
      commitmentId,
      occurredOn: '2025-12-01',
      delivery: 'complete',
      rationale: 'The draft was laid before parliament.',
      evidence: [{ kind: 'press', reference: 'Kald Courier, 30 November 2025' }],
    },
    learn: () => {
      promises.shift();
      delivered.push(commitmentId);
    },
  };
};

export const fulfilPromise: Plan = ({ memory: { delivered } }) => {
  const [commitmentId] = delivered;
  if (!commitmentId) return undefined;
  return {
    definition: FulfilCommitment,
    as: LEAD,
    input: { commitmentId, occurredOn: '2025-12-02', explanation: 'What was promised is done.' },
    learn: () => delivered.shift(),
  };
};
