/** A span, with the service that sent it. */
export interface ReceivedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Ids of the spans that it is linked to. */
  readonly links: readonly string[];
  /** The name of the error by which it ended. */
  readonly error: string | undefined;
}

/** One value of a metric at one time, for one set of attributes. */
export interface ReceivedPoint {
  readonly service: string;
  /** Tells replicas apart. */
  readonly instance: string;
  readonly metric: string;
  readonly unit: string;
  readonly kind: 'histogram' | 'counter' | 'gauge';
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Of a histogram, how many measurements it holds. */
  readonly value: number;
}

/** OTLP as JSON, as far as it is read here. */
export interface OtlpTraces {
  readonly resourceSpans: readonly {
    readonly resource: OtlpResource;
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  }[];
}
export interface OtlpMetrics {
  readonly resourceMetrics: readonly {
    readonly resource: OtlpResource;
    readonly scopeMetrics: readonly { readonly metrics: readonly OtlpMetric[] }[];
  }[];
}
interface OtlpResource {
  readonly attributes: readonly OtlpAttribute[];
}
interface OtlpAttribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}
interface OtlpSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes?: readonly OtlpAttribute[];
  readonly links?: readonly { readonly spanId: string }[];
  readonly status?: { readonly code?: number; readonly message?: string };
}
interface OtlpPoint {
  readonly attributes?: readonly OtlpAttribute[];
  readonly asInt?: number | string;
  readonly asDouble?: number;
  readonly count?: number | string;
}
interface OtlpMetric {
  readonly name: string;
  readonly unit: string;
  readonly histogram?: { readonly dataPoints: readonly OtlpPoint[] };
  readonly sum?: { readonly dataPoints: readonly OtlpPoint[] };
  readonly gauge?: { readonly dataPoints: readonly OtlpPoint[] };
}

const plain = (attributes: readonly OtlpAttribute[] = []): Readonly<Record<string, unknown>> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

export const spansIn = ({ resourceSpans }: OtlpTraces): readonly ReceivedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => received(String(plain(resource.attributes)['service.name']), span)),
    ),
  );

const received = (
  service: string,
  { attributes, links = [], status, parentSpanId, ...span }: OtlpSpan,
): ReceivedSpan => ({
  service,
  name: span.name,
  traceId: span.traceId,
  spanId: span.spanId,
  parentSpanId: parentSpanId || undefined,
  attributes: plain(attributes),
  links: links.map(({ spanId }) => spanId),
  error: status?.message,
});

export const pointsIn = ({ resourceMetrics }: OtlpMetrics): readonly ReceivedPoint[] =>
  resourceMetrics.flatMap(({ resource, scopeMetrics }) =>
    scopeMetrics.flatMap(({ metrics }) => metrics.flatMap((metric) => pointsOf(plain(resource.attributes), metric))),
  );

const pointsOf = (resource: Readonly<Record<string, unknown>>, metric: OtlpMetric): readonly ReceivedPoint[] => {
  const { dataPoints } = metric.histogram ?? metric.sum ?? metric.gauge ?? { dataPoints: [] };
  return dataPoints.map(({ attributes, asInt, asDouble, count }) => ({
    service: String(resource['service.name']),
    instance: String(resource['service.instance.id']),
    metric: metric.name,
    unit: metric.unit,
    kind: kindOf(metric),
    attributes: plain(attributes),
    value: Number(count ?? asInt ?? asDouble),
  }));
};

const kindOf = ({ histogram, sum }: OtlpMetric): ReceivedPoint['kind'] => {
  if (histogram) return 'histogram';
  return sum ? 'counter' : 'gauge';
};
