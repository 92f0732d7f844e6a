import { describe, expect, it } from 'vitest';
import { eachOnce } from './each-once.ts';
import type { CommitmentId, CountryCode, InstrumentId } from './identifiers.ts';
import {
  CommitmentId as CommitmentIdSchema,
  CountryCode as CountryCodeSchema,
  EntryId,
  RecommendationReference,
} from './identifiers.ts';
import {
  forumCommitmentIdOf,
  instrumentIdOf,
  originOfCommitment,
  referenceOf,
  reportIdOf,
  reportOfRecommendation,
} from './natural-keys.ts';
import { firstDayOf, lastDayOf, reportingPeriodOf, statutoryReleaseDay } from './reporting-periods.ts';
import { plainText } from './text.ts';
import { At } from './time.ts';

describe('natural keys', () => {
  it('compose and take apart a recommendation’s reference', () => {
    const reference = referenceOf(reportIdOf('XKD' as CountryCode, 2026), 3);
    expect(reference).toBe('XKD-2026-03');
    expect(reportOfRecommendation(reference)).toBe('XKD-2026');
    expect(RecommendationReference.safeParse(reference).success).toBe(true);
    expect(EntryId.safeParse(`${reference}-A12`).success).toBe(true);
  });

  it('tell a promise from a forum commitment', () => {
    const instrument: InstrumentId = instrumentIdOf('UNGA', 'A/RES/72/1');
    expect(instrument).toBe('UNGA-A-RES-72-1');
    expect(originOfCommitment(forumCommitmentIdOf(instrument, 4))).toEqual({
      kind: 'forum_commitment',
      instrumentId: instrument,
    });
    const promise = 'ENG-7F3K-2Q9X-P1' as CommitmentId;
    expect(originOfCommitment(promise)).toEqual({ kind: 'promise', engagementId: 'ENG-7F3K-2Q9X' });
    expect(CommitmentIdSchema.safeParse('ENG-7F3K-2Q9X').success).toBe(false);
  });
});

describe('reporting periods', () => {
  it('run from 1 April to 31 March', () => {
    expect([reportingPeriodOf('2026-03-31'), reportingPeriodOf('2026-04-01')]).toEqual([2025, 2026]);
    expect([firstDayOf(2025), lastDayOf(2025)]).toEqual(['2025-04-01', '2026-03-31']);
    expect(statutoryReleaseDay(2026)).toBe('2026-06-30');
  });
});

describe('values at the edge', () => {
  it('takes a point in system time as a moment, a day or a position, and nothing else', () => {
    for (const systemTime of ['2019-01-01', '2019-01-01T00:00:00.000Z', 42]) {
      expect(At.safeParse({ systemTime }).success).toBe(true);
    }
    for (const systemTime of ['yesterday', '2019-02-30', -1, 1.5])
      expect(At.safeParse({ systemTime }).success).toBe(false);
  });

  it('names each of a list once', () => {
    const countries = eachOnce(CountryCodeSchema).max(2);
    expect(countries.safeParse(['XKD', 'XNV']).success).toBe(true);
    expect(countries.safeParse(['XKD', 'XKD']).error?.issues).toMatchObject([
      { message: 'must not name the same one twice' },
    ]);
  });

  it('keeps markup as text, and refuses what cannot be seen', () => {
    const text = plainText(40);
    expect(text.parse('  <b>Fund</b>\nshelters ')).toBe('<b>Fund</b>\nshelters');
    for (const refused of ['', '   ', 'bell\u0007', 'x'.repeat(41)])
      expect(text.safeParse(refused).success).toBe(false);
  });
});
