import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ImportPreview, Officer, type QueryClient } from '@demarche/contracts';
import { createHttpApp, createLogger } from '@demarche/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPreviewBodies, importPreviewRoute } from './import-preview.route.ts';
import { type NarrativeReader, narrativeReader } from './narrative-reader.ts';

const narrative = (items: readonly string[], tier = 'Tier 2') => `KALDARA (${tier})

The Government of Kaldara does not fully meet the minimum standards for the elimination of trafficking but is making significant efforts to do so. Therefore Kaldara remained on ${tier}.

PRIORITIZED RECOMMENDATIONS:

${items.map((item) => `• ${item}`).join('\n\n')}

PROSECUTION

The government maintained law enforcement efforts.
`;

const items = ['Enact the draft law on trafficking in persons.', 'Train inspectors to identify victims among workers.'];
const hints = { reportYear: 2024 };

/** What is on record: Kaldara, and its report of 2024 with the items above. */
const answers: Readonly<Record<string, (keys: { ids?: string[] }) => unknown>> = {
  portfolio: () => ({
    page: { rows: [{ node: { country: 'XKD', name: 'Kaldara' } }], hasNextPage: false, endCursor: null },
  }),
  'reports-by-id': ({ ids = [] }) => ids.map((id) => (id === 'XKD-2024' ? reportOf2024 : null)),
};
const reportOf2024 = {
  tier: { value: 'tier-2' },
  section: 'complete',
  occurredOn: '2024-06-30',
  occurredOnBasis: 'statutory',
  recommendations: items.map((text, index) => ({ ordinal: index + 1, text })),
  rewordings: [
    {
      tier: { value: 'tier-2' },
      section: 'complete',
      recommendations: [{ text: 'A third text, kept for review before.' }],
      rewordingId: 'XKD-2024-W1',
      review: null,
    },
  ],
};
const onRecord: QueryClient = {
  ask: async (questions) => ({
    at: { validTime: '2026-09-09', systemPosition: 1, position: 1, behind: false },
    results: questions.map(({ query, arguments: keys }) => answers[query]?.(keys as { ids?: string[] })),
  }),
};

const ines = Officer.parse({ id: 'ines.okafor', name: 'Ines Okafor', role: 'rpa_lead', post: 'Washington' });
let reader: NarrativeReader;
let address: string;
let close: () => void;

beforeAll(async () => {
  reader = narrativeReader();
  const app = createHttpApp({
    logger: createLogger({ service: 'test', level: 'silent' }),
    bodies: importPreviewBodies,
    mount: (mounted) =>
      mounted.use(
        importPreviewRoute(
          { reader, queries: onRecord },
          {
            identify: async ({ headers }) => (headers['x-nobody'] ? null : ines),
          },
        ),
      ),
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/import/preview`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterAll(async () => {
  close();
  await reader.close();
});

const ask = (files: readonly { name: string; text: string | Buffer }[], more: object = { hints }, headers = {}) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      files: files.map(({ name, text }) => ({ name, contentBase64: Buffer.from(text).toString('base64') })),
      ...more,
    }),
  });
const preview = async (text: string | Buffer, more?: object) => {
  const response = await ask([{ name: 'kaldara.txt', text }], more);
  const { files } = (await response.json()) as ImportPreview;
  return files[0];
};

describe('a file', () => {
  test('of a year that is not on record is new, and the command that would bring it in is shown', async () => {
    const row = await preview(narrative(items), { hints: { ...hints, reportYear: 2023, publishedOn: '2023-06-15' } });

    expect(row).toMatchObject({
      outcome: 'new',
      reportId: 'XKD-2023',
      report: {
        country: 'XKD',
        reportYear: 2023,
        publishedOn: '2023-06-15',
        recommendations: items.map((text) => ({ text })),
      },
    });
    expect(row?.report?.source.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('of a country that no register holds is understood when its name is said', async () => {
    const text = narrative(items).replaceAll('Kaldara', 'Selenia').replace('KALDARA', 'SELENIA');

    expect(await preview(text)).toMatchObject({ outcome: 'refused', refused: { code: 'country-unknown' } });
    expect(await preview(text, { hints: { ...hints, country: 'XSE', countryName: 'Selenia' } })).toMatchObject({
      outcome: 'new',
      report: { country: 'XSE', countryName: 'Selenia' },
    });
  });

  test('that says what is on record is unchanged', async () => {
    expect(await preview(narrative(items))).toMatchObject({ outcome: 'unchanged', difference: null });
  });

  test('that says what is on record with another day of release is told that the day is not recorded', async () => {
    const row = await preview(narrative(items), { hints: { ...hints, publishedOn: '2024-06-24' } });

    expect(row?.outcome).toBe('unchanged');
    expect(row?.warnings.find(({ code }) => code === 'release-day-differs')?.message).toContain(
      '2024-06-30, the statutory day that was assumed. Correct it',
    );
    const same = await preview(narrative(items), { hints: { ...hints, publishedOn: '2024-06-30' } });
    expect(same?.warnings.map(({ code }) => code)).not.toContain('release-day-differs');
  });

  test('that was kept for review before is unchanged, and is said to wait', async () => {
    const row = await preview(narrative(['A third text, kept for review before.']));

    expect(row?.outcome).toBe('unchanged');
    expect(row?.warnings.find(({ code }) => code === 'awaiting-review')?.message).toContain('as XKD-2024-W1');
  });

  test('that says otherwise is reworded, with the places that differ and what is on record there', async () => {
    const row = await preview(narrative([items[0] ?? '', 'Train inspectors.']));

    expect(row).toMatchObject({
      outcome: 'reworded',
      difference: {
        tierDiffers: false,
        ordinals: [2],
        published: { recommendations: [{ ordinal: 1 }, { ordinal: 2, text: items[1] }] },
      },
    });
  });

  test('that places the country otherwise is reworded', async () => {
    expect(await preview(narrative(items, 'Tier 2 Watch List'))).toMatchObject({
      outcome: 'reworded',
      difference: { tierDiffers: true, ordinals: [] },
    });
  });

  test.each([
    ['that is a picture', Buffer.from('\u0089PNG\r\n', 'latin1')],
    ['that is empty', ''],
    ['of another kind', 'Minutes of the meeting of the harbour board.'],
  ])('%s is refused with a reason', async (_case, text) => {
    const row = await preview(text);

    expect(row).toMatchObject({ outcome: 'refused', report: null });
    expect(row?.refused?.message).toMatch(/\w+ .*\.$/);
  });

  test('larger than any narrative is refused', async () => {
    expect(await preview('x'.repeat(5 * 1024 * 1024 + 1))).toMatchObject({
      outcome: 'refused',
      refused: { code: 'file-too-large' },
    });
  });
});

describe('a reading that is unsure', () => {
  const doubtful = narrative([...items, 'Fund shelters of the the provinces.']);
  const of2023 = { hints: { ...hints, reportYear: 2023 } };

  test('is held up, with what to look at', async () => {
    expect(await preview(doubtful, of2023)).toMatchObject({
      outcome: 'unsure',
      toConfirm: [{ code: 'words-out-of-order', message: expect.stringContaining('Please compare') }],
      report: { amendments: [] },
    });
  });

  test('is brought in where that is accepted, and says so', async () => {
    expect(await preview(doubtful, { ...of2023, acceptUnsure: true })).toMatchObject({
      outcome: 'new',
      toConfirm: [],
      report: { amendments: [{ field: 'confirmed', saved: 'accepted' }] },
    });
  });
});

describe('what was read', () => {
  test('says of each field how sure it is and where it stands', async () => {
    expect((await preview(narrative(items)))?.evidence).toMatchObject({
      country: { confidence: 'high', line: 1, words: 'KALDARA' },
      tier: { confidence: 'high', line: 3 },
      recommendations: { line: 5 },
    });
  });

  test('of a list that is cut says after which item, and keeps its unfinished words apart', async () => {
    const text = narrative(items);
    const row = await preview(text.slice(0, text.indexOf(' among workers')), { hints: { reportYear: 2023 } });

    expect(row).toMatchObject({ cut: { after: 1, text: 'Train inspectors to identify victims' } });
    expect(row?.report).toMatchObject({ section: 'cut', recommendations: [{ text: items[0] }] });
  });
});

describe('a file of several narratives', () => {
  const both = narrative(items) + narrative(items).replaceAll('Kaldara', 'Tonga').replaceAll('KALDARA', 'TONGA');

  test('is refused with an offer to part it', async () => {
    expect(await preview(both)).toMatchObject({
      outcome: 'refused',
      refused: { code: 'several-narratives' },
      parts: [{ name: 'KALDARA', firstLine: 1 }, { name: 'TONGA' }],
    });
  });

  test('is read as its parts when told to', async () => {
    const file = { name: 'both.txt', contentBase64: Buffer.from(both).toString('base64'), split: true };
    const response = await ask([], { files: [file], hints });

    expect(((await response.json()) as ImportPreview).files).toMatchObject([
      { file: 'both.txt#1', outcome: 'unchanged', reportId: 'XKD-2024' },
      { file: 'both.txt#2', outcome: 'new', reportId: 'TON-2024' },
    ]);
  });
});

describe('a request', () => {
  test('for several files is answered in their order', async () => {
    const response = await ask([
      { name: 'one.txt', text: 'nothing' },
      { name: 'two.txt', text: narrative(items) },
    ]);

    expect(((await response.json()) as ImportPreview).files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['one.txt', 'refused'],
      ['two.txt', 'unchanged'],
    ]);
  });

  test('for one report twice takes the first file for on record when it comes to the second', async () => {
    const response = await ask(
      [narrative(items), narrative(items), narrative(items.slice(1))].map((text, index) => ({
        name: `${index}.txt`,
        text,
      })),
      { hints: { reportYear: 2023 } },
    );

    expect(((await response.json()) as ImportPreview).files.map(({ outcome }) => outcome)).toEqual([
      'new',
      'unchanged',
      'reworded',
    ]);
  });

  test.each([
    ['without a file', { files: [] }, {}, 400],
    ['with a hint that is none', { hints: { reportYear: 1492 } }, {}, 400],
    ['of nobody', { hints }, { 'x-nobody': 'true' }, 401],
    ['of more than 8 MB', { padding: 'x'.repeat(8 * 1024 * 1024) }, {}, 413],
  ])('%s is refused', async (...[, more, headers, status]) => {
    expect((await ask([{ name: 'a.txt', text: 'a' }], more, headers)).status).toBe(status);
  });
});
