const NAMES: Readonly<Record<string, string>> = {
  countryReport: 'Country report',
  recommendation: 'Recommendation',
  action: 'Concrete action',
  engagement: 'Engagement',
  instrument: 'Forum text',
  commitment: 'Commitment',
};

/** `recommendation-KEN-2024-03` reads `Recommendation KEN-2024-03`. */
export const subjectOfStream = (stream: string): string => {
  const cut = stream.indexOf('-');
  return `${NAMES[stream.slice(0, cut)] ?? stream.slice(0, cut)} ${stream.slice(cut + 1)}`;
};
