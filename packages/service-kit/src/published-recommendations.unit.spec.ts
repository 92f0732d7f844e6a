import {
  type CountryCode,
  type CountryReportPublished,
  type RecommendationReference,
  reportIdOf,
  streamName,
} from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import { putOnRecord } from '@demarche/testing';
import { describe, expect, it } from 'vitest';
import { publishedRecommendations } from './published-recommendations.ts';

const kaldara = 'XKD' as CountryCode;
const officer = { id: 'ines.okafor', name: 'Ines Okafor', role: 'rpa_lead', post: 'Reports' } as const;
const fees = 'XKD-2026-01' as RecommendationReference;
const shelters = 'XKD-2026-02' as RecommendationReference;
const training = 'XKD-2026-03' as RecommendationReference;
const unheard = 'XKD-2026-99' as RecommendationReference;
const earlier = 'XKD-2025-01' as RecommendationReference;

const reportOf = (reportYear: number, references: readonly RecommendationReference[]) => ({
  reportId: reportIdOf(kaldara, reportYear),
  country: kaldara,
  reportYear,
  occurredOn: `${reportYear}-06-30`,
  occurredOnBasis: 'statutory' as const,
  tier: null,
  section: 'complete' as const,
  recommendations: references.map((reference, index) => ({
    reference,
    ordinal: index + 1,
    text: `Do what ${reference} asks.`,
    pillars: [],
  })),
});

const published = (reportYear: number, references: readonly RecommendationReference[]): CountryReportPublished => ({
  type: 'CountryReportPublished',
  data: {
    ...reportOf(reportYear, references),
    countryName: 'Kaldara',
    source: { address: null, fileName: null, sha256: null },
    amendments: [],
    publishedBy: officer,
  },
});

const publish = (store: EventStore, reportYear: number, references: readonly RecommendationReference[]) =>
  putOnRecord(store, streamName('countryReport', reportIdOf(kaldara, reportYear)), published(reportYear, references));

const correct = (store: EventStore, reportYear: number, references: readonly RecommendationReference[]) =>
  putOnRecord(store, streamName('countryReport', reportIdOf(kaldara, reportYear)), {
    type: 'CountryReportCorrected',
    data: { ...reportOf(reportYear, references), reason: 'Read wrongly.', correctedBy: officer },
  });

describe('which recommendations are on record', () => {
  it('are those that their report holds', async () => {
    const store = memoryEventStore();
    await publish(store, 2026, [fees, shelters]);

    expect(await publishedRecommendations(store, [shelters, unheard, earlier])).toEqual(new Set([shelters]));
    expect(await publishedRecommendations(store, [])).toEqual(new Set());
  });

  it('follow the last correction, which may take out and add', async () => {
    const store = memoryEventStore();
    await publish(store, 2026, [fees, shelters]);
    await correct(store, 2026, [shelters, training]);

    expect(await publishedRecommendations(store, [fees, shelters, training])).toEqual(new Set([shelters, training]));
  });

  it('are found by reading each report once', async () => {
    const store = memoryEventStore();
    await publish(store, 2025, [earlier]);
    await publish(store, 2026, [fees, shelters]);
    const read: string[] = [];
    const counting: EventStore = {
      ...store,
      readStream: (stream) => {
        read.push(stream);
        return store.readStream(stream);
      },
    };

    expect(await publishedRecommendations(counting, [fees, earlier, shelters, fees])).toEqual(
      new Set([fees, earlier, shelters]),
    );
    expect(read.sort()).toEqual(['countryReport-XKD-2025', 'countryReport-XKD-2026']);
  });

  it('cannot be told from a report that this release cannot read', async () => {
    const store = memoryEventStore();
    const unreadable = { ...published(2026, [fees]), data: { reportId: 'XKD-2026' } } as never;
    await putOnRecord(store, streamName('countryReport', 'XKD-2026'), unreadable);

    await expect(publishedRecommendations(store, [fees])).rejects.toThrow('CountryReportPublished version 1');
  });
});
