/** What has to hold for a service to believe the gateway. */
export const WHERE_BELIEVED =
  'DEMARCHE_OFFICER_KEY must be the same for both, and their clocks at most 5 minutes apart';
