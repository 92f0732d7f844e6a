// Closes a test run: the skipped tests by name (the name says why), then what failed and what it said, where the end of a
// long log still shows it, then one line with the counts.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const [report, log, exitCode] = process.argv.slice(2);
const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
const having = (...statuses) => tests.filter(({ status }) => statuses.includes(status));

const passed = having('passed').length;
const skipped = having('pending', 'skipped', 'todo', 'disabled');
const broken = having('failed');
// A file that cannot be loaded has failed too, although none of its tests has.
const unloaded = files.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
);
const seen = broken.length + unloaded.length;
// Types, lint or the installation stopped the run before, or something outside the tests after.
const failed = seen === 0 && (exitCode !== '0' || passed === 0) ? 1 : seen;

const plain = (text) => stripVTControlCharacters(text).trimEnd().split('\n');
const indent = (lines) => lines.map((line) => `  ${line.slice(0, 300)}`).join('\n');
const sayFailed = (file, name, message) =>
  console.log(`failed: ${relative(process.cwd(), file)} ${name}\n${indent(plain(message).slice(0, 12))}`);

for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
for (const { file, fullName, failureMessages } of broken) sayFailed(file, fullName, failureMessages.join('\n'));
for (const { name, message } of unloaded) sayFailed(name, '', message);
if (seen === 0 && failed > 0) {
  const end = existsSync(log) ? plain(readFileSync(log, 'utf8')).slice(-60) : ['The installation failed: see above.'];
  console.log(`failed, though no test did:\n${indent(end)}`);
}
console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
