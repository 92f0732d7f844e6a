import { KeyedLoader } from './keyed-loader.ts';
import type { PointReader } from './point-reader.ts';

/** Everything that can be read at one point: what is asked by key through its loader, the rest as it is. */
export class Loaders {
  readonly reader: PointReader;
  readonly countries;
  readonly recommendations;
  readonly recommendationsOfCountries;
  readonly wordings;
  readonly reports;
  readonly reportsOfCountries;
  readonly timelines;
  readonly engagements;
  readonly commitments;
  readonly instruments;

  constructor(reader: PointReader) {
    this.reader = reader;
    this.countries = new KeyedLoader(reader, { query: 'countries-by-code', keys: 'codes', maximum: 300 });
    this.recommendations = new KeyedLoader(reader, {
      query: 'recommendations-by-reference',
      keys: 'references',
      maximum: 500,
    });
    this.recommendationsOfCountries = new KeyedLoader(reader, {
      query: 'recommendations-of-countries',
      keys: 'countries',
      maximum: 300,
    });
    this.wordings = new KeyedLoader(reader, { query: 'wordings-of-recommendations', keys: 'references', maximum: 200 });
    this.reports = new KeyedLoader(reader, { query: 'reports-by-id', keys: 'ids', maximum: 500 });
    this.reportsOfCountries = new KeyedLoader(reader, {
      query: 'reports-of-countries',
      keys: 'countries',
      maximum: 300,
    });
    this.timelines = new KeyedLoader(reader, { query: 'timelines', keys: 'subjects', maximum: 1000 });
    this.engagements = new KeyedLoader(reader, { query: 'engagements-by-id', keys: 'ids', maximum: 300 });
    this.commitments = new KeyedLoader(reader, { query: 'commitments-by-id', keys: 'ids', maximum: 500 });
    this.instruments = new KeyedLoader(reader, { query: 'instruments-by-id', keys: 'ids', maximum: 200 });
  }
}
