/** The page of a record, by its reference alone; null where a reference has no page of its own. */
export const pageOfRecord = (reference: string): string | null => {
  if (/^[A-Z]{3}$/.test(reference)) return `/countries/${reference}`;
  if (/^[A-Z]{3}-\d{4}$/.test(reference)) return `/reports/${reference}`;
  if (/^[A-Z]{3}-\d{4}-\d{2}$/.test(reference)) return `/recommendations/${reference}`;
  if (/-P\d+$|-C\d{2,3}$/.test(reference)) return `/commitments/${reference}`;
  if (reference.startsWith('ENG-')) return `/engagements/${reference.replace(/-F\d+$/, '')}`;
  return null;
};
