import { OfficerFields } from './officer.ts';

export const EngagementFields = /* GraphQL */ `
  ${OfficerFields}
  fragment EngagementFields on Engagement {
    engagementId kind occurredOn countries channel deliveryForm place post forum
    ourParticipants { name title body }
    theirParticipants { name title body }
    pillars fbsObjective summary recordReference marking
    raised { reference text reception note }
    promises { commitmentId wording dueOn state overdue }
    followUps(first: 200) { nodes { followUpId engagementId what owner dueOn overdue done { occurredOn outcome by { ...OfficerFields } } } }
    loggedBy { ...OfficerFields }
    recordedAt correctedAt revision notUpToDateSince
    withdrawn { occurredOn reason by { ...OfficerFields } }
  }`;
