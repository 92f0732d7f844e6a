import { expect, test } from 'vitest';
import { linesOf } from './spec-kit/lines-of.ts';
import { tellOfDisbelief } from './tell-of-disbelief.ts';

test('whoever is not believed is told of once, with the setting and the clocks, and again where it goes on for long', () => {
  const { logger, lines } = linesOf('info');
  let now = 0;
  const tell = tellOfDisbelief(logger, () => now);
  for (let request = 0; request < 3; request += 1) tell();
  expect(lines()).toEqual([
    expect.objectContaining({ level: 40, msg: expect.stringMatching(/DEMARCHE_OFFICER_KEY must be the same.*clocks/) }),
  ]);
  now = 599_999;
  tell();
  expect(lines()).toHaveLength(1);
  now = 600_000;
  tell();
  expect(lines()).toHaveLength(2);
});
