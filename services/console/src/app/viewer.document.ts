export const ViewerDocument = /* GraphQL */ `query Viewer { viewer { id: officerId name role post } }`;
