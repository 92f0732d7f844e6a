import { useAddress } from '../../address/address-provider.tsx';
import { Answered } from '../../app/asked.tsx';
import type { TimelineEntry } from '../../graphql/answers.ts';
import { entriesOf } from '../../graphql/fragments/timeline.ts';
import type { Asked } from '../../graphql/use-answer.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { shortDay, today } from '../../words/days.ts';
import { standingInWords } from '../../words/standing.ts';
import { unended } from '../../words/unended.ts';
import { type RecommendationHeld, wayOf } from '../recommendation/recommendation.document.ts';
import { type BriefAnswer, BriefDocument } from './brief.document.ts';

export type ActionEntry = Extract<TimelineEntry, { kind: 'concrete-action' }>;

export interface Briefed {
  readonly held: RecommendationHeld | null;
  readonly actions: readonly ActionEntry[];
  readonly asked: Asked<BriefAnswer>;
}

/** What a form about a recommendation needs to know of it. */
export const useRecommendation = (reference: string): Briefed => {
  const asked = useAnswer<BriefAnswer>({
    document: BriefDocument,
    variables: { reference },
    countries: [reference.slice(0, 3)],
    skip: reference === '',
  });
  const held = asked.answer?.recommendation ?? null;
  const entries = held ? entriesOf(held.timeline) : [];
  return { held, actions: entries.filter((entry) => entry.kind === 'concrete-action'), asked };
};

/** Beside a form: the words of the recommendation, and where it stands. */
export const RecommendationBrief = ({ briefed }: { readonly briefed: Briefed }) => {
  const { to } = useAddress();
  return (
    <Answered asked={briefed.asked}>
      {({ recommendation }) =>
        recommendation && (
          <section class="panel" aria-labelledby="brief">
            <h2 id="brief">
              <a href={to(`/recommendations/${recommendation.reference}`)}>{recommendation.reference}</a>
            </h2>
            <p>“{recommendation.text}”</p>
            <p class="standing">
              {standingInWords(recommendation, wayOf(recommendation)).map(({ text, strong }, index) =>
                strong ? <strong key={`${index} ${text}`}>{text}</strong> : text,
              )}
            </p>
            {wayOf(recommendation).promises.length > 0 && (
              <ul class="attention">
                {wayOf(recommendation).promises.map(({ commitmentId, wording, dueOn, overdue }) => (
                  <li key={commitmentId}>
                    Promised: {unended(wording)}
                    {dueOn && `, due ${shortDay(dueOn, today())}`}
                    {overdue && <strong class="pressing"> (overdue)</strong>}
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      }
    </Answered>
  );
};

export const crumbsOf = (reference: string, countryName = reference.slice(0, 3)) => [
  { to: `/countries/${reference.slice(0, 3)}`, name: countryName },
  { to: `/recommendations/${reference}`, name: reference },
];
