/** What every span is called. Names are few and fixed: what a span was about stands in its attributes. */
export const spanNames = {
  command: (name: string): string => `command ${name}`,
  /** Reading, deciding and appending, within the command. */
  handle: (name: string): string => `handle ${name}`,
  readStream: 'event-store read-stream',
  readAll: 'event-store read-all',
  append: 'event-store append',
  publish: 'relay publish',
  project: 'projection batch',
  rebuild: 'projection rebuild',
  query: 'query batch',
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
  attempt: 'demarche.attempt',
  view: 'demarche.view',
  lag: 'demarche.lag',
  /** The names of the queries asked, each once. */
  queries: 'demarche.queries',
  questionCount: 'demarche.question_count',
  operation: 'demarche.graphql_operation',
} as const;

export type SpanAttribute = (typeof spanAttributes)[keyof typeof spanAttributes];
