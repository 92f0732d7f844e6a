import type { CommandAnswer } from '@demarche/contracts';
import { parseSavedFile } from '@demarche/report-parser';
import { expect, test } from 'vitest';
import { type DemarcheServer, demarcheServer } from '../server/demarche-server.ts';
import { terminalOn } from '../terminal.ts';
import { importNarrative } from './import-narrative.ts';
import { isHeldUp, printRow } from './import-row.ts';

const text = `KALDARA (Tier 2)

The Government of Kaldara does not fully meet the minimum standards for the elimination of trafficking but is making significant efforts to do so. Therefore Kaldara remained on Tier 2.

PRIORITIZED RECOMMENDATIONS:

• Enact the draft law on trafficking in persons.

• Fund shelters of the the provinces.

PROSECUTION

The government maintained law enforcement efforts.
`;
const countries = [{ iso3: 'XKD', name: 'Kaldara' }];
const [narrative] = parseSavedFile({ file: 'kaldara.txt', text, countries, hints: { reportYear: 2024 } });

/** A server that keeps what it is sent. */
const keeping = () => {
  const sent: object[] = [];
  const answer = { recorded: true, repeated: false, subject: 'XKD-2024', events: [] } as unknown as CommandAnswer;
  const server: DemarcheServer = {
    ...demarcheServer('http://127.0.0.1:9'),
    send: async (_definition, body) => {
      sent.push(body);
      return { outcome: 'answered', answer };
    },
  };
  return { server, sent };
};
const bring = (server: DemarcheServer, more: { acceptUnsure?: true } = {}) => {
  if (!narrative) throw new Error('nothing was read');
  return importNarrative(
    server,
    { narrative, fileName: 'kaldara.txt' },
    { sha256: 'a'.repeat(64), notesOn: async () => [], ...more },
  );
};

test('a reading that is unsure is not sent, and the person is told what to look at and how to go on', async () => {
  const { server, sent } = keeping();
  const row = await bring(server);
  const said: string[] = [];
  printRow(terminalOn({ write: () => undefined }, { write: (line) => said.push(line) }), row);

  expect(row.outcome).toBe('unsure');
  expect(isHeldUp(row)).toBe(true);
  expect(sent).toEqual([]);
  expect(said.join('')).toMatch(/^kaldara\.txt:\d+: unsure, not brought in: Some words .*--accept-unsure\.\n$/);
});

test('accepted, it is sent with the word that nobody looked', async () => {
  const { server, sent } = keeping();
  const row = await bring(server, { acceptUnsure: true });

  expect(row.outcome).toBe('new');
  expect(sent).toMatchObject([
    { amendments: [{ field: 'confirmed', read: expect.stringContaining('out of order'), saved: 'accepted' }] },
  ]);
});
