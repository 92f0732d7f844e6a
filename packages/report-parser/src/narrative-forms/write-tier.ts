import { tierName } from '../tier/tier-words.ts';
import type { NarrativeFacts } from './narrative-facts.ts';

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** The paragraph that states the tier, in the words of its year. */
export function writeTier(facts: NarrativeFacts): string {
  if (facts.tier.value === 'special-case') return specialCase(facts);
  if (facts.year <= 2015) return oldWords(facts);
  return newWords(facts);
}

function specialCase({ country, tier }: NarrativeFacts): string {
  return `${country.name} remains a Special Case${years(tier.consecutiveYears, 'the')}. Fighting kept the authorities from most of its provinces.`;
}

/** To 2015: "complies", and a placement in words only for the watch list. */
function oldWords({ country: { name }, tier }: NarrativeFacts): string {
  const standards = 'the minimum standards for the elimination of trafficking';
  if (tier.value === 'tier-1') return `The Government of ${name} fully complies with ${standards}. ${deeds(name)}`;
  if (tier.value === 'tier-3') {
    return `The Government of ${name} does not fully comply with ${standards} and is not making significant efforts to do so. ${deeds(name)}`;
  }
  const efforts = `The Government of ${name} does not fully comply with ${standards}; however, it is making significant efforts to do so.`;
  if (tier.value === 'tier-2') return `${efforts} ${deeds(name)}`;
  const waiver = tier.waiver
    ? ` ${name} was granted a waiver from an otherwise required downgrade to Tier 3 because its government has a written plan.`
    : '';
  return `${efforts} Despite these measures, it did not show increasing efforts; therefore, ${name} is placed on Tier 2 Watch List${years(tier.consecutiveYears, 'a')}.${waiver} ${deeds(name)}`;
}

function newWords(facts: NarrativeFacts): string {
  const { name } = facts.country;
  return `${standing(facts)} ${placement(facts)} ${deeds(name)} However, the government did not meet the minimum standards in several key areas.`;
}

function standing({ country: { name }, tier, year }: NarrativeFacts): string {
  const standards = 'the minimum standards for the elimination of trafficking';
  if (tier.value === 'tier-1') return `The Government of ${name} fully meets ${standards}.`;
  if (tier.value === 'tier-3') {
    const pandemic = year >= 2021 ? ' and, even considering the impact of the COVID-19 pandemic, if any,' : ' and';
    return `The Government of ${name} does not fully meet ${standards}${pandemic} is not making significant efforts to do so.`;
  }
  const efforts = year >= 2019 ? ' but is making' : '; however, it is making';
  return `The Government of ${name} does not fully meet ${standards}${efforts} significant efforts to do so.`;
}

function placement({ country: { name }, tier, year }: NarrativeFacts): string {
  const comma = year === 2017 ? ',' : '';
  const waiver = tier.waiver
    ? `Because the government has devoted resources to a written plan, ${name} was granted a waiver per the law from an otherwise required downgrade to Tier 3. `
    : '';
  const moved = tier.movement === 'remained' ? 'remained on' : `was ${tier.movement} to`;
  return `${waiver}Therefore${comma} ${name} ${moved} ${tierName(tier.value)}${years(tier.consecutiveYears, 'the')}.`;
}

function years(count: number | null, article: string): string {
  return count === null ? '' : ` for ${article} ${ORDINALS[count] ?? `${count}th`} consecutive year`;
}

function deeds(name: string): string {
  return `These efforts included opening a shelter in the capital; training the harbor police; and, for the third consecutive year, paying for interpreters. Courts in ${name} sentenced two traffickers.`;
}
