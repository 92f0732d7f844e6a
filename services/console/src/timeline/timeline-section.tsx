import type { ComponentChildren } from 'preact';
import { SensitivePage } from '../app/sensitivity.tsx';
import type { TimelineEntry } from '../graphql/answers.ts';
import { type AnsweredTimeline, entriesOf, holdsSensitive } from '../graphql/fragments/timeline.ts';
import { Pager } from '../lists/pager.tsx';
import { Timeline } from './timeline.tsx';
import { TimelineFilters } from './timeline-filters.tsx';

interface TimelineSectionProps {
  readonly heading: string;
  readonly timeline: AnsweredTimeline;
  readonly year: number | null;
  readonly recommendations?: Readonly<Record<string, string>>;
  /** Filters of the page itself, in front of those of every timeline. */
  readonly filters?: ComponentChildren;
  readonly actionsFor?: (entry: TimelineEntry) => ComponentChildren;
}

/** A timeline with its filters, and the way to what lies further back. */
export const TimelineSection = (props: TimelineSectionProps) => {
  const { heading, timeline, year, recommendations, filters, actionsFor } = props;
  return (
    <section class="timeline-section" aria-labelledby="timeline">
      {holdsSensitive(timeline) && <SensitivePage />}
      <h2 id="timeline">{heading}</h2>
      {filters}
      <TimelineFilters {...(recommendations ? { recommendations } : {})} />
      {timeline.nodes.length === 0 ? (
        <p class="empty">Nothing on the timeline matches.</p>
      ) : (
        <Timeline entries={entriesOf(timeline)} year={year} actionsFor={actionsFor} />
      )}
      <Pager list={timeline} what="entries" />
    </section>
  );
};
