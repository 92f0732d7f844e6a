import { countryReportProjector } from './country-reports/country-report.projector.ts';
import { engagementProjector } from './engagement-log/engagement.projector.ts';
import type { Projector } from './engine/projector.ts';
import { commitmentProjector } from './forum-commitments/commitment.projector.ts';
import { recommendationProjector } from './recommendation/recommendation.projector.ts';
import { timelineProjector } from './recommendation-timeline/timeline.projector.ts';
import { recordProjector } from './records/record.projector.ts';
import { searchProjector } from './search-everything/search.projector.ts';

/** All views, in the order in which each event is handed to them. None reads what another wrote. */
export const projectors: readonly Projector[] = [
  recordProjector,
  countryReportProjector,
  recommendationProjector,
  engagementProjector,
  commitmentProjector,
  timelineProjector,
  searchProjector,
];
