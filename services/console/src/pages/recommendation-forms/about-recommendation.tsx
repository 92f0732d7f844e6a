import type { ComponentChildren } from 'preact';
import { useAddress } from '../../address/address-provider.tsx';
import { isNow } from '../../address/point-in-time.ts';
import { Page } from '../../app/page.tsx';
import { dayInWords } from '../../words/days.ts';
import { type Briefed, crumbsOf, useRecommendation } from './recommendation-brief.tsx';

interface NoSuchRecommendationProps {
  readonly title: string;
  readonly reference: string;
}

const NoSuchRecommendation = ({ title, reference }: NoSuchRecommendationProps) => {
  const { address, to } = useAddress();
  const { point } = address;
  const country = reference.slice(0, 3);
  const when = isNow(point) ? 'on record' : `on record on ${dayInWords(point.on ?? '')}`;
  return (
    <Page title={title} crumbs={crumbsOf(reference).slice(0, 1)}>
      <p class="notice" role="alert">
        There is no recommendation {reference} {when}. The reference may be mistyped, or its report has not been brought
        in.
      </p>
      <p>
        <a href={to(`/recommendations?countries=${country}`)}>See the recommendations on record</a>, or search above.
      </p>
    </Page>
  );
};

interface AboutRecommendationProps {
  readonly title: string;
  readonly reference: string;
  children(briefed: Briefed, crumbs: ReturnType<typeof crumbsOf>): ComponentChildren;
}

/** A form about a recommendation; where there is no such record, it says so before anything is typed. */
export const AboutRecommendation = ({ title, reference, children }: AboutRecommendationProps) => {
  const briefed = useRecommendation(reference);
  if (briefed.asked.answer && !briefed.held) return <NoSuchRecommendation title={title} reference={reference} />;
  return <>{children(briefed, crumbsOf(reference, briefed.held?.countryName))}</>;
};
