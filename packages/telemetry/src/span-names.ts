/** What every span is called. Names are few and fixed: what a span was about stands in its attributes. */
export const spanNames = {
  /** From a request's arrival to the end of its answer. */
  request: (method: string): string => `http ${method}`,
  command: (name: string): string => `command ${name}`,
  /** Reading, deciding and appending, within the command. */
  handle: (name: string): string => `handle ${name}`,
  readStream: 'event-store read-stream',
  readAll: 'event-store read-all',
  append: 'event-store append',
  /** Many events on their way to the bus together, in a trace of the relay's own. */
  publish: 'relay batch',
  /** What of it belongs to one append, in the trace of that. */
  publishOne: 'relay publish',
  /** Many events put into the views together, in a trace of the projections' own. */
  project: 'projection batch',
  /** What of it belongs to one append, in the trace of that. */
  projectOne: 'project',
  rebuild: 'projection rebuild',
  query: 'query batch',
  /** Handing a signal to everybody whose page is open. */
  push: 'push change',
  graphql: (operation: string): string => `graphql ${operation}`,
} as const;

/**
 * What a span may say. References, names of the catalogue and counts only: never a variable, a text that somebody
 * wrote, or the name of a person.
 */
export const spanAttributes = {
  command: 'demarche.command',
  outcome: 'demarche.outcome',
  rejection: 'demarche.rejection',
  correlationId: 'demarche.correlation_id',
  streamCategory: 'demarche.stream_category',
  eventCount: 'demarche.event_count',
  position: 'demarche.position',
  /** 0: on what was recalled, without reading. */
  attempt: 'demarche.attempt',
  view: 'demarche.view',
  lag: 'demarche.lag',
  /** The names of the queries asked, each once. */
  queries: 'demarche.queries',
  questionCount: 'demarche.question_count',
  operation: 'demarche.graphql_operation',
  /** How many live streams were handed a signal. */
  listeners: 'demarche.listeners',
  method: 'http.request.method',
  /** The pattern that the path matched, never the path. */
  route: 'http.route',
  status: 'http.response.status_code',
} as const;

export type SpanAttribute = (typeof spanAttributes)[keyof typeof spanAttributes];
