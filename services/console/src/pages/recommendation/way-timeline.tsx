import { useAddress } from '../../address/address-provider.tsx';
import { Answered } from '../../app/asked.tsx';
import type { TimelineEntry } from '../../graphql/answers.ts';
import { type Asked, useAnswer } from '../../graphql/use-answer.ts';
import { ChipLink } from '../../lists/chip-link.tsx';
import { timelineFilterIn } from '../../timeline/timeline-filter.ts';
import { TimelineSection } from '../../timeline/timeline-section.tsx';
import { chainTo } from '../../words/asked-chain.ts';
import { EntryActions } from './entry-actions.tsx';
import type { RecommendationHeld } from './recommendation.document.ts';
import { type WayTimelineAnswer, WayTimelineDocument } from './way-timeline.document.ts';

/** The timeline of the whole way; `years=own` in the address leaves only that of this report’s own recommendation. */
export const useWayTimeline = (held: RecommendationHeld): Asked<WayTimelineAnswer> => {
  const { search } = useAddress().address;
  const all = chainTo(held.wordings, held.reference).map(({ reference }) => reference);
  const recommendations = search.get('years') === 'own' || all.length === 0 ? [held.reference] : all;
  return useAnswer<WayTimelineAnswer>({
    document: WayTimelineDocument,
    steady: true,
    variables: {
      country: held.country,
      filter: { ...timelineFilterIn(search), recommendations },
      after: search.get('after'),
    },
    countries: [held.country],
  });
};

const Years = ({ held }: { readonly held: RecommendationHeld }) => {
  const isLast = held.wordings.at(-1)?.reference === held.reference;
  return (
    <div class="filters" role="group" aria-label="Years of the timeline">
      <ChipLink label={isLast ? 'All years' : `All years to ${held.reportYear}`} set={{ years: null }} />
      <ChipLink label={`Only ${held.reportYear}`} set={{ years: 'own' }} />
    </div>
  );
};

interface WayTimelineProps {
  readonly held: RecommendationHeld;
  readonly asked: Asked<WayTimelineAnswer>;
}

export const WayTimeline = ({ held, asked }: WayTimelineProps) => (
  <Answered asked={asked}>
    {({ country }) =>
      country && (
        <TimelineSection
          heading="From recommendation to outcome"
          timeline={country.timeline}
          year={held.reportYear}
          filters={chainTo(held.wordings, held.reference).length > 1 && <Years held={held} />}
          actionsFor={(entry: TimelineEntry) => <EntryActions entry={entry} reference={held.reference} />}
        />
      )
    }
  </Answered>
);
