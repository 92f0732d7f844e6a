export const EvidenceFields = /* GraphQL */ `fragment EvidenceFields on Evidence { kind reference address publishedOn }`;
