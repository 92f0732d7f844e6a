import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { type IsoInstant, reportingPeriodOf } from '@demarche/contracts';
import { type Held, heldAt } from './held.ts';
import type { Kept } from './kept.ts';
import type { Point } from './point.ts';

export type Values = Readonly<Record<string, SQLInputValue>>;

/** Which records are not up to date because an event of theirs could not be taken. */
export type ParkedRecords = Pick<ViewReader, 'notUpToDateSince' | 'notUpToDateSinceOf'>;

/** What a query reads with. All reads of one batch lie in one transaction. */
export interface ViewReader {
  readonly point: Point;
  /** The reporting period in which the valid time lies. */
  readonly period: number;
  readonly held: Held;
  /** What was worked out at this point before; see `keptEach`. */
  readonly kept: Kept;
  /** Since when the record of a stream has not been brought up to date; null while it is. */
  notUpToDateSince(stream: string): IsoInstant | null;
  /** The same for a country: since when any record of it has not been. */
  notUpToDateSinceOf(country: string): IsoInstant | null;
  /** Rows of a query that may use `:validTime`, `:systemPosition` and `:period` beside its own values. */
  all<Row>(sql: string, values?: Values): readonly Row[];
  first<Row>(sql: string, values?: Values): Row | undefined;
}

export interface ViewReaderOptions {
  readonly prepare: (sql: string) => StatementSync;
  readonly point: Point;
  readonly parked: ParkedRecords;
  readonly kept?: Kept;
}

export const createViewReader = ({ prepare, point, parked, kept = new Map() }: ViewReaderOptions): ViewReader => {
  const period = reportingPeriodOf(point.validTime);
  const bound = { validTime: point.validTime, systemPosition: point.systemPosition, period };
  const statement = (sql: string): StatementSync => {
    const prepared = prepare(sql);
    // Not every query asks for both clocks.
    prepared.setAllowUnknownNamedParameters(true);
    return prepared;
  };
  return {
    point,
    period,
    held: heldAt(point),
    kept,
    ...parked,
    all: <Row>(sql: string, values: Values = {}) => statement(sql).all({ ...bound, ...values }) as Row[],
    first: <Row>(sql: string, values: Values = {}) => statement(sql).get({ ...bound, ...values }) as Row | undefined,
  };
};
