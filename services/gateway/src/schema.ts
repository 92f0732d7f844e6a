import { builder } from './builder.ts';
import './contract-types/scalars.ts';
import './changes/changes.ts';
import './commands/command-mutations.ts';
import './commitment/commitment.queries.ts';
import './commitment/commitment.ts';
import './commitment/instrument.ts';
import './country-progress/country.queries.ts';
import './country-progress/country.ts';
import './engagement/engagement.queries.ts';
import './engagement/engagement.ts';
import './engagement/follow-up.ts';
import './node/node.queries.ts';
import './projection-status/projection-status.ts';
import './recommendation/recommendation.queries.ts';
import './recommendation/recommendation.ts';
import './report/country-report.ts';
import './search-everything/search-hit.ts';
import './viewer/viewer.ts';

builder.queryType({
  description: 'Every root field may be asked at a point on two clocks; what lies below it is read at the same point.',
});
builder.mutationType({ description: 'One field for each command. A refusal by a rule is an answer, not an error.' });
builder.subscriptionType();

/** The table of contents of the graph: every feature above adds its types and its root fields. */
export const schema = builder.toSchema();
