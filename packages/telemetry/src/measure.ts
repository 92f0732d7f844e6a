import type { BatchObservableResult } from '@opentelemetry/api';
import { meters } from './meters.ts';
import { type Counter, type Gauge, type Histogram, type MetricAttribute, metricAttributes } from './metric-names.ts';

export type Measured = { readonly [Name in MetricAttribute]?: string | number };

/** Adds to a counter. */
export const count = (metric: Counter, by: number, details: Measured = {}): void =>
  meters()?.counters.get(metric)?.add(by, details);

/** Puts a duration in seconds with the others. */
export const record = (metric: Histogram, seconds: number, details: Measured = {}): void =>
  meters()?.histograms.get(metric)?.record(seconds, details);

/** Tells what has not happened yet from what is not measured: work of this kind will be counted, and has ended in none of these ways. */
export const beginAtZero = ({ counter }: Histogram, details: Measured, outcomes: readonly string[]): void => {
  if (!counter) return;
  for (const outcome of outcomes) count(counter, 0, { ...details, [metricAttributes.outcome]: outcome });
};

/**
 * Does the work and measures how long it takes, with how it ended: `failed` where it throws, else what `outcomeOf` says.
 * What the work throws is thrown on.
 */
export const timed = <Result>(
  metric: Histogram,
  details: Measured,
  work: () => Promise<Result>,
  outcomeOf: (result: Result) => string,
): Promise<Result> => (meters() ? measured(metric, details, work, outcomeOf) : work());

const measured = async <Result>(
  metric: Histogram,
  details: Measured,
  work: () => Promise<Result>,
  outcomeOf: (result: Result) => string,
): Promise<Result> => {
  const began = performance.now();
  let outcome = 'failed';
  try {
    const result = await work();
    outcome = outcomeOf(result);
    return result;
  } finally {
    const ended = { ...details, [metricAttributes.outcome]: outcome };
    record(metric, (performance.now() - began) / 1_000, ended);
    if (metric.counter) count(metric.counter, 1, ended);
  }
};

/** Takes the value of a gauge; `null` and `undefined` where it is not known at the moment. */
export type Tell = (metric: Gauge, value: number | null | undefined) => void;

/**
 * Asks for the values of gauges each time that measurements are sent. What `read` throws leaves them out, this once.
 * Returns how to stop.
 */
export const observe = (metrics: readonly Gauge[], read: (tell: Tell) => void | Promise<void>): (() => void) => {
  const measuring = meters();
  if (!measuring) return () => {};
  const { meter, gauges } = measuring;
  const observed = metrics.flatMap((metric) => gauges.get(metric) ?? []);
  const callback = (result: BatchObservableResult) =>
    read((metric, value) => {
      const gauge = gauges.get(metric);
      if (gauge && value !== null && value !== undefined) result.observe(gauge, value);
    });
  meter.addBatchObservableCallback(callback, observed);
  return () => meter.removeBatchObservableCallback(callback, observed);
};
