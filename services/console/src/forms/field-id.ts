/** The id of a field by its path in the command: `promises.0.wording`. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`;
