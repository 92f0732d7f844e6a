/** Where the services behind the gateway believe it. */
export const WHERE_BELIEVED =
  'DEMARCHE_OFFICER_KEY must be the same for both, and their clocks at most 5 minutes apart';
