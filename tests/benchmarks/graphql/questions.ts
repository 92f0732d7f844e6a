import { CountriesDocument, CountryDocument, WayTimelineDocument } from '@demarche/console/documents';
import type { Send } from './latency.ts';

/** A page of the console by what it asks. */
export interface Asked {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Of whom is asked. Chosen by the record itself, so that every size of it has one. */
export interface Subject {
  readonly country: string;
  readonly references: readonly string[];
}

/** As many as the busiest recommendation of a small record has, so that all sizes show the same. */
const ENTRIES_SHOWN = 10;

/** As the console's search page asks; that file holds the page itself, which needs a browser. */
const SearchDocument = /* GraphQL */ `
  query Search($text: String!, $kinds: [SearchHitKind!], $at: AtInput, $minPosition: Position, $after: String) {
    search(text: $text, kinds: $kinds, at: $at, minPosition: $minPosition, first: 30, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { kind id: reference title excerpt { text hit } countries occurredOn }
    }
  }`;

const BusiestDocument = /* GraphQL */ `
  query Busiest($at: AtInput) {
    recommendations(at: $at, first: 200) {
      nodes { reference countryCode timeline(first: 1) { totalCount } wordings { reference } }
    }
  }`;

interface BusiestAnswer {
  readonly data: {
    readonly recommendations: {
      readonly nodes: ReadonlyArray<{
        readonly reference: string;
        readonly countryCode: string;
        readonly timeline: { readonly totalCount: number };
        readonly wordings: ReadonlyArray<{ readonly reference: string }>;
      }>;
    };
  };
}

/** The recommendation with the longest timeline of the first that were held at a point. */
export const busiestAt = async (send: Send, at: object): Promise<Subject> => {
  const answer = JSON.parse(await send(JSON.stringify({ query: BusiestDocument, variables: { at } }))) as BusiestAnswer;
  const [busiest] = answer.data.recommendations.nodes.toSorted(
    (one, other) => other.timeline.totalCount - one.timeline.totalCount,
  );
  if (!busiest) throw new Error('Nothing was held at the point asked for');
  const { countryCode: country, reference, wordings } = busiest;
  return { country, references: [reference, ...wordings.map((wording) => wording.reference)] };
};

export const questionsOf = ({ country, references }: Subject): readonly Asked[] => [
  {
    name: "a recommendation's timeline",
    query: WayTimelineDocument.replace('first: 100', `first: ${ENTRIES_SHOWN}`),
    variables: { country, filter: { recommendations: [...new Set(references)] } },
  },
  { name: 'a country page', query: CountryDocument, variables: { code: country } },
  { name: 'a page of 50 countries', query: CountriesDocument, variables: { sort: 'NAME', descending: false } },
  {
    name: 'the portfolio with a filter',
    query: CountriesDocument,
    variables: { sort: 'OPEN', descending: true, filter: { tiers: ['TIER_2'], pillars: ['PROTECTION'] } },
  },
  { name: 'full-text search', query: SearchDocument, variables: { text: 'shelters victims' } },
];
