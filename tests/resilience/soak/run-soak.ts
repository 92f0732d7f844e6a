import { soak } from './soak.ts';

/** `npm run soak` for twenty minutes, `npm run soak -- 2` for two. One JSON line a minute, then the verdict. */
const minutes = Number(process.argv[2] ?? 20);
if (!Number.isFinite(minutes) || minutes < 2) {
  process.stderr.write('npm run soak takes the number of minutes, 2 at least: npm run soak -- 2\n');
  process.exit(2);
}
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const { trends, faults } = await soak({ minutes, say });
const flat = faults.length === 0 && trends.every((trend) => trend.flat);
say({ verdict: flat ? 'flat' : 'not flat', trends, faults: faults.slice(0, 20) });
process.exit(flat ? 0 : 1);
