// Closes a test run: the skipped tests by name (the name says why), then one line with the counts.
import { existsSync, readFileSync } from 'node:fs';

const [report, exitCode] = process.argv.slice(2);
const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
const tests = files.flatMap((file) => file.assertionResults);
const having = (...statuses) => tests.filter(({ status }) => statuses.includes(status));

const passed = having('passed').length;
const skipped = having('pending', 'skipped', 'todo', 'disabled');
// A file that cannot be loaded has failed too, although none of its tests has.
const unloaded = files.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
);
const seen = having('failed').length + unloaded.length;
// Types, lint or the installation stopped the run before, or something outside the tests after.
const failed = seen === 0 && (exitCode !== '0' || passed === 0) ? 1 : seen;

for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
if (tests.length === 0) console.log('No test was run: the reason is above.');
console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
