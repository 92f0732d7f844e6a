import type {
  Counter as CounterInstrument,
  Histogram as HistogramInstrument,
  Meter,
  ObservableGauge,
} from '@opentelemetry/api';
import { type Metric, metrics } from './metric-names.ts';

/** What takes the measurements while a collector is there. */
export interface Meters {
  readonly meter: Meter;
  readonly histograms: ReadonlyMap<Metric, HistogramInstrument>;
  readonly counters: ReadonlyMap<Metric, CounterInstrument>;
  readonly gauges: ReadonlyMap<Metric, ObservableGauge>;
}

let current: Meters | undefined;

/** Nothing while there is no collector, so that measuring costs no more than asking. */
export const meters = (): Meters | undefined => current;

/** Whether anything is kept at all. */
export const isExporting = (): boolean => current !== undefined;

export const useMeter = (meter: Meter): void => {
  const of = <Instrument>(kind: Metric['kind'], make: (metric: Metric) => Instrument) =>
    new Map(
      Object.values<Metric>(metrics)
        .filter((metric) => metric.kind === kind)
        .map((metric) => [metric, make(metric)] as const),
    );
  const optionsOf = ({ unit, description, ...rest }: Metric) => ({
    unit,
    description,
    ...('bounds' in rest ? { advice: { explicitBucketBoundaries: rest.bounds as number[] } } : {}),
  });
  current = {
    meter,
    histograms: of('histogram', (metric) => meter.createHistogram(metric.name, optionsOf(metric))),
    counters: of('counter', (metric) => meter.createCounter(metric.name, optionsOf(metric))),
    gauges: of('gauge', (metric) => meter.createObservableGauge(metric.name, optionsOf(metric))),
  };
};

export const forgetMeter = (): void => {
  current = undefined;
};
