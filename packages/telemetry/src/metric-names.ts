/** What a metric measures and how: the one place of names, units, descriptions and histogram bounds. */
export interface Metric {
  readonly name: string;
  readonly kind: 'histogram' | 'counter' | 'gauge';
  /** UCUM: `s` for seconds; what is counted stands in braces. */
  readonly unit: string;
  readonly description: string;
}
export interface Histogram extends Metric {
  readonly kind: 'histogram';
  /** Upper bounds of the buckets, in the metric's unit. */
  readonly bounds: readonly number[];
  /** Counts the same by how it ended. A counter can begin at 0, which a histogram cannot: so the very first that fails is one more. */
  readonly counter?: Counter;
}
export interface Counter extends Metric {
  readonly kind: 'counter';
}
export interface Gauge extends Metric {
  readonly kind: 'gauge';
}

/** From what a page hardly notices to the ten seconds after which callers give up. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const histogram = (name: string, description: string): Histogram => ({
  name,
  kind: 'histogram',
  unit: 's',
  description,
  bounds: SECONDS,
});
const counter = (name: string, unit: string, description: string): Counter => ({
  name,
  kind: 'counter',
  unit,
  description,
});
const gauge = (name: string, unit: string, description: string): Gauge => ({ name, kind: 'gauge', unit, description });

const commands = counter('demarche.commands', '{command}', 'Commands by how they ended, each way from 0 on.');

/** Every metric there is. A lag is a distance of positions: in the SQLite store that is events, in KurrentDB bytes of its log. */
export const metrics = {
  commands,
  commandDuration: {
    ...histogram('demarche.command.duration', 'From the arrival of a command to its answer.'),
    counter: commands,
  },
  appendDuration: histogram(
    'demarche.append.duration',
    'From handing events to the event store until they are durable.',
  ),
  queryDuration: histogram(
    'demarche.query.duration',
    'From the arrival of a batch of questions to its answers, the wait for a position that it names included.',
  ),
  requestDuration: histogram(
    'http.server.request.duration',
    'From the arrival of an HTTP request to the end of its answer. Streams of changes, which last for hours, are left out.',
  ),
  relayLag: gauge('demarche.relay.lag', '{position}', 'How far the end of the bus is behind the end of the record.'),
  relayPublished: counter('demarche.relay.published', '{event}', 'Events that the bus took from this relay.'),
  relayFailures: counter(
    'demarche.relay.failures',
    '{failure}',
    'Times that the record could not be read, or the bus not be reached. The relay tries again by itself.',
  ),
  projectionLag: gauge(
    'demarche.projection.lag',
    '{position}',
    'How far the views of this replica are behind the end of the record, as far as their feed knows it.',
  ),
  projectionDelay: histogram(
    'demarche.projection.delay',
    'From the moment of record of the oldest event in a live batch until the views hold it.',
  ),
  projectedEvents: counter('demarche.projection.events', '{event}', 'Events that the live views of this replica took.'),
  parkedStreams: gauge(
    'demarche.projection.parked_streams',
    '{stream}',
    'Streams that a view could not take, each counted once for each view.',
  ),
  rebuildRunning: gauge(
    'demarche.projection.rebuild_running',
    '{rebuild}',
    '1 while views are being built anew, else 0.',
  ),
  replicasAway: gauge(
    'demarche.gateway.replicas_away',
    '{replica}',
    'Replicas of the projections that do not answer this gateway, or say that they are not ready.',
  ),
  started: gauge('demarche.service.started', 's', 'When the process began, in seconds since 1970.'),
  ready: gauge(
    'demarche.service.ready',
    '{service}',
    '1 while the service can do its work, else 0, as /readyz says it. Where it is missing, the service does not run.',
  ),
} as const satisfies Readonly<Record<string, Metric | Histogram>>;

/** What a measurement may say beside its value: names of the catalogue and of outcomes, so few that they can be counted. Never a text that somebody wrote, a reference, or a person. */
export const metricAttributes = {
  command: 'demarche.command',
  streamCategory: 'demarche.stream_category',
  outcome: 'demarche.outcome',
  method: 'http.request.method',
  status: 'http.response.status_code',
} as const;

export type MetricAttribute = (typeof metricAttributes)[keyof typeof metricAttributes];
