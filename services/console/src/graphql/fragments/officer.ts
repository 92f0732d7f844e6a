export const OfficerFields = /* GraphQL */ `fragment OfficerFields on Officer { id: officerId name role post }`;
