export const ChangesDocument = /* GraphQL */ `subscription Changes { changes { position countries } }`;
