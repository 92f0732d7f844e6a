import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { type ServedGateway, serveGateway } from '../spec-kit/serve-gateway.ts';

const page = `query ($first: Int!) {
  countries(first: $first) {
    totalCount
    nodes {
      code name tier { value } recommendationCounts { open byStatus { implemented } }
      recommendations(first: 20) { nodes { reference text implementation { status } } }
      timeline(first: 20) { nodes { __typename occurredOn ... on EngagementEntry { summary } } }
    }
  }
  status { heldSince answeredAt { position } }
}`;

describe('a page of countries with their recommendations and timelines', () => {
  const world = new SampleWorld(50);
  let gateway: ServedGateway;

  beforeAll(async () => {
    gateway = await serveGateway({ queries: world });
  });
  afterAll(() => gateway.close());

  const callsFor = async (first: number) => {
    world.calls.length = 0;
    const { data, errors } = await gateway.ask(page, { first });
    expect(errors).toEqual([]);
    return { data, calls: world.calls.length, questions: world.questionsAsked };
  };

  test('of fifty costs two calls: the page, and what lies below it', async () => {
    const { data, calls, questions } = await callsFor(50);
    expect(data).toMatchObject({
      countries: { totalCount: 50, nodes: { length: 50, 49: { recommendations: { nodes: { length: 3 } } } } },
    });
    expect(calls).toBe(2);
    expect(questions).toEqual(['portfolio', 'projection-status', 'recommendations-of-countries', 'timelines']);
  });

  test('of one costs the same', async () => {
    const one = await callsFor(1);
    expect(one).toMatchObject({ calls: 2, questions: { length: 4 } });
  });

  test('every recommendation’s own timeline, all on one page, costs one call more', async () => {
    world.calls.length = 0;
    const { data, errors } = await gateway.ask(`{
      countries(first: 50) { nodes { recommendations(first: 3) { nodes { country { name } timeline(first: 5) { totalCount } } } } }
    }`);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      countries: { nodes: { 49: { recommendations: { nodes: { 2: { timeline: { totalCount: 11 } } } } } } },
    });
    expect(world.questionsAsked).toEqual([
      'portfolio',
      'recommendations-of-countries',
      'countries-by-code',
      'timelines',
    ]);
    expect(world.calls).toHaveLength(3);
  });
});
