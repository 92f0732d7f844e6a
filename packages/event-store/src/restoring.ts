/** The folder beside a record that stands there from the moment a restore is begun until it is ended, power cuts or not. */
export const RESTORING = 'restoring';
