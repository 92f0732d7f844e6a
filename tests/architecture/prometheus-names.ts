import { type Metric, metricAttributes } from '@demarche/telemetry';

/** As the collector writes names for Prometheus: underscores, the unit, and what kind of value it is. */
const nameOf = (name: string): string => name.replaceAll('.', '_');

/** Units in braces say what is counted, and are left out of names. */
const unitOf = (unit: string): string => (unit === 's' ? '_seconds' : '');

/** The series under which Prometheus holds a metric. */
export const seriesOf = ({ name, unit, kind }: Metric): readonly string[] => {
  const series = `${nameOf(name)}${unitOf(unit)}`;
  switch (kind) {
    case 'histogram':
      return [`${series}_bucket`, `${series}_sum`, `${series}_count`];
    case 'counter':
      return [`${series}_total`];
    case 'gauge':
      return [series];
  }
};

const labels = new Set<string>(Object.values(metricAttributes).map(nameOf));

/** What an expression asks for that begins as our series do, without the labels that they have. */
export const seriesIn = (expression: string): readonly string[] =>
  [...expression.matchAll(/\b(?:demarche|http)_[a-z_]+\b/g)].map(([name]) => name).filter((name) => !labels.has(name));
