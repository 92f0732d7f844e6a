import { describe, expect, it } from 'vitest';
import { compareReport, type ReportText } from './compare-report.ts';

const report = (texts: readonly string[], changes: Partial<ReportText> = {}): ReportText => ({
  tier: { value: 'tier-2', movement: null, consecutiveYears: null, waiver: false, heading: null, sentence: null },
  section: 'complete',
  recommendations: texts.map((text) => ({ text })),
  ...changes,
});
const published = report(['Fund shelters.', 'Train judges.']);

describe('comparing two texts of one report', () => {
  it('finds nothing where only white space differs', () => {
    expect(compareReport(published, report(['Fund\n  shelters. ', 'Train judges.']))).toBeNull();
  });

  it('names the places at which the words differ, and the tier', () => {
    expect(compareReport(published, report(['Fund shelters.', 'Train all judges.']))).toEqual({
      tierDiffers: false,
      ordinals: [2],
    });
    expect(compareReport(published, report(['Train judges.', 'Fund shelters.']))?.ordinals).toEqual([1, 2]);
    const tier = { ...published.tier, value: 'tier-3' } as NonNullable<ReportText['tier']>;
    expect(compareReport(published, report(['Fund shelters.', 'Train judges.'], { tier }))).toEqual({
      tierDiffers: true,
      ordinals: [],
    });
  });

  it('counts a whole list that is shorter or longer as different', () => {
    expect(compareReport(published, report(['Fund shelters.']))?.ordinals).toEqual([2]);
    expect(compareReport(published, report(['Fund shelters.', 'Train judges.', 'Adopt a plan.']))?.ordinals).toEqual([
      3,
    ]);
  });

  it('takes silence for no contradiction', () => {
    expect(compareReport(published, report(['Fund shelters.'], { section: 'cut', tier: null }))).toBeNull();
    expect(compareReport(published, report([], { section: 'absent', tier: null }))).toBeNull();
  });

  it('sees that a list broken off before now goes on', () => {
    expect(compareReport(report(['Fund shelters.'], { section: 'cut' }), published)?.ordinals).toEqual([2]);
  });
});
