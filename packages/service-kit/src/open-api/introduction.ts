/** What stands before everything else in the description of the HTTP interface. */
export const introduction = `Demarche holds what was recommended to a country, what was said to it, what it promised, what it did, and what came of it. Nothing is overwritten: each request below adds to the record, and every page can be read as it was on any day.

**Commands** are what this document is about. Each is a POST that asks for one thing to be recorded, and is answered once it is on disk.

* Send an \`Idempotency-Key\`: a fresh UUID for each command, and the same one on every retry. However often a command arrives, it is recorded once, and answered as the first time. When a connection breaks, or the answer is 500 or 503, send the same command again with the same key.
* Send \`If-Match\` with the \`ETag\` of the record as you saw it, where you decide by what it held: if somebody recorded something meanwhile, nothing is recorded, and you are told the revision that it has now. Without it the command is judged on the record as it is when it arrives.
* \`X-Position\` of an answer says where the record stands with it. Hand it to a GraphQL query as \`minPosition\` to read what you have just written.
* \`X-Correlation-Id\`, where you send one, comes back in the answer, and stands in the log and with everything that was recorded. A \`traceparent\` (W3C Trace Context) is continued.
* Text must not name a victim, nor hold anything by which one could be found. What looks like it is refused, by field.

**Refusals** are problem documents (RFC 9457). Decide by \`code\`, which does not change; show \`title\` and \`detail\` to a person. Each operation lists the codes of the rules that can refuse it.

**Reading** is done with GraphQL at \`/graphql\`; its schema describes itself and is not repeated here. **Live changes** come as a GraphQL subscription, or as messages on the bus, which the AsyncAPI document describes.

The examples tell of countries that do not exist.`;

export const tags: readonly { readonly name: string; readonly description: string }[] = [
  {
    name: 'recommendations',
    description:
      'What the annual reports recommended to each country, what its government answered and did, and how that is assessed.',
  },
  {
    name: 'engagements',
    description: 'Meetings, démarches and notes: what was raised there, what was promised, and what is left to do.',
  },
  {
    name: 'commitments',
    description: 'Texts that forums adopted, and how far promises and commitments were delivered.',
  },
  { name: 'identity', description: 'Who is asking. For now one of a few demonstration persons, without a password.' },
  { name: 'import', description: 'What bringing in saved country narratives would do, before anything is recorded.' },
  { name: 'reading', description: 'Everything that is on record, at any date.' },
  { name: 'health', description: 'Whether Demarche runs and can do its work.' },
];
