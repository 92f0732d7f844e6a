import {
  type CountryCode,
  type DeliveryReviewed,
  type DeliveryStatus,
  type Forum,
  type ForumCommitment,
  type ForumInstrumentRecorded,
  forumCommitmentIdOf,
  instrumentIdOf,
  type Officer,
  streamName,
} from '@demarche/contracts';
import { DAY_MS, type Day, dateOf, dayOf, releaseDay } from './calendar.ts';
import { forumTexts, forumWordings } from './forum-texts.ts';
import type { Ledger } from './ledger.ts';
import { duringOffice, laterBy } from './office-hours.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface ForumWorld {
  readonly random: SeededRandom;
  readonly ledger: Ledger;
  readonly officer: Officer;
  readonly countries: readonly CountryCode[];
  readonly today: Day;
  readonly heldSince: Day;
}

/** What the forums adopted between one report and the next, with its commitments, and how they were delivered in the years after. */
export const forumInstruments = (world: ForumWorld, reportYear: number): void => {
  const { random } = world;
  for (const [serial, text] of random.some(forumTexts, random.integer(1, 2)).entries()) {
    const day = `${text.month}-${String(random.integer(5, 25)).padStart(2, '0')}`;
    const inYear = dayOf(`${reportYear}-${day}`);
    const year = inYear < releaseDay(reportYear) ? reportYear + 1 : reportYear;
    const adopted = dayOf(`${year}-${day}`);
    if (adopted > world.today - 10 || adopted < world.heldSince) continue;
    record(world, {
      forum: text.forum,
      documentSymbol: text.symbol(year, serial + random.integer(2, 40)),
      title: text.title,
      session: text.session(year),
      adopted,
    });
  }
};

interface Adopted {
  readonly forum: Forum;
  readonly documentSymbol: string;
  readonly title: string;
  readonly session: string;
  readonly adopted: Day;
}

const record = (world: ForumWorld, { forum, documentSymbol, title, session, adopted }: Adopted): void => {
  const { random, ledger, officer } = world;
  const instrumentId = instrumentIdOf(forum, documentSymbol);
  const stream = streamName('instrument', instrumentId);
  const data: ForumInstrumentRecorded['data'] = {
    instrumentId,
    forum,
    documentSymbol,
    session,
    title,
    occurredOn: dateOf(adopted),
    sourceAddress: null,
    commitments: commitmentsOf(world, forumCommitmentIdOf.bind(undefined, instrumentId), adopted),
    recordedBy: officer,
  };
  const at = duringOffice(random, adopted + random.integer(1, 9));
  const [last, ...rest] = data.commitments.toReversed();
  const first = random.chance(0.25) && last && rest.length > 0 ? { ...data, commitments: rest.toReversed() } : data;
  ledger.enter({ at, stream, officer, events: [{ type: 'ForumInstrumentRecorded', data: first }] });
  if (first !== data && last) {
    ledger.enter({
      at: laterBy(random, at, 2),
      stream,
      officer,
      events: [
        {
          type: 'ForumCommitmentAdded',
          data: { instrumentId, occurredOn: data.occurredOn, commitment: last, recordedBy: officer },
        },
      ],
    });
  }
  if (random.chance(0.15)) {
    ledger.enter({
      at: laterBy(random, at, 6),
      stream,
      officer,
      events: [
        {
          type: 'ForumInstrumentCorrected',
          data: {
            instrumentId,
            session,
            title,
            occurredOn: data.occurredOn,
            sourceAddress: `https://forum.example/${instrumentId}`,
            reason: 'The address of the text had been left out.',
            correctedBy: officer,
          },
        },
      ],
    });
  }
  for (const commitment of data.commitments) follow(world, commitment, at + 8 * DAY_MS);
};

const commitmentsOf = (
  { random, countries }: ForumWorld,
  identified: (ordinal: number) => ForumCommitment['commitmentId'],
  adopted: Day,
): ForumCommitment[] =>
  random.some(forumWordings, random.integer(2, 4)).map(({ wording, target }, index) => ({
    commitmentId: identified(index + 1),
    ordinal: index + 1,
    paragraph: `operative paragraph ${index + 2}`,
    wording,
    force: target === null ? 'hortatory' : 'concrete',
    measurableTarget: target,
    dueOn: target === null ? null : dateOf(adopted + random.integer(300, 900)),
    countries: target === null ? [] : random.some(countries, random.integer(2, Math.min(6, countries.length))),
    recommendations: [],
  }));

const follow = (world: ForumWorld, commitment: ForumCommitment, from: number): void => {
  const { random } = world;
  const due = commitment.dueOn === null ? undefined : dayOf(commitment.dueOn);
  let at = from;
  const bound: readonly (CountryCode | null)[] = commitment.countries.length > 0 ? commitment.countries : [null];
  for (const country of bound) {
    if (!random.chance(0.6)) continue;
    at = laterBy(random, at, random.integer(40, 110));
    const delivery = random.pick(['no_evidence', 'not_started', 'limited', 'limited', 'substantial'] as const);
    review(world, commitment, { at, country, delivery });
  }
  if (due !== undefined)
    end(world, commitment, laterBy(random, Math.max(at, (due + 1) * DAY_MS), random.integer(3, 30)));
};

/** Once it is due, the commitment as a whole is found kept, or lapses. */
const end = (world: ForumWorld, commitment: ForumCommitment, at: number): void => {
  const { random, ledger, officer } = world;
  const kept = random.chance(0.5);
  if (kept) review(world, commitment, { at, country: null, delivery: 'complete' });
  const endedAt = kept ? laterBy(random, at, 1) : at;
  const { commitmentId, countries } = commitment;
  const occurredOn = dateOf(Math.floor(endedAt / DAY_MS));
  const data = { commitmentId, kind: 'forum_commitment' as const, countries, occurredOn };
  const explanation = kept ? 'The secretariat reports it as done.' : 'The day passed, and the table is empty.';
  ledger.enter({
    at: endedAt,
    stream: streamName('commitment', commitmentId),
    officer,
    events: [
      kept
        ? { type: 'CommitmentFulfilled', data: { ...data, explanation, confirmedBy: officer } }
        : { type: 'CommitmentLapsed', data: { ...data, explanation, recordedBy: officer } },
    ],
  });
};

const review = (
  { ledger, officer }: ForumWorld,
  commitment: ForumCommitment,
  {
    at,
    country,
    delivery,
  }: { readonly at: number; readonly country: CountryCode | null; readonly delivery: DeliveryStatus },
): void => {
  const day = Math.floor(at / DAY_MS);
  const proven = delivery !== 'no_evidence' && delivery !== 'not_started';
  const event: DeliveryReviewed = {
    type: 'DeliveryReviewed',
    data: {
      commitmentId: commitment.commitmentId,
      kind: 'forum_commitment',
      countries: commitment.countries,
      occurredOn: dateOf(day),
      country,
      delivery,
      rationale: proven ? 'The secretariat’s table shows what was done.' : 'The secretariat’s table is empty here.',
      evidence: proven
        ? [
            {
              kind: 'international_report',
              reference: `Secretariat’s table of ${dateOf(day)}`,
              address: null,
              publishedOn: dateOf(day),
            },
          ]
        : [],
      reviewedBy: officer,
    },
  };
  ledger.enter({ at, stream: streamName('commitment', commitment.commitmentId), officer, events: [event] });
};
