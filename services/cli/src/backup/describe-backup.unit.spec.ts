import { expect, test } from 'vitest';
import { describeBackup } from './describe-backup.ts';

const taken = {
  folder: '/backups/2026-11-22',
  home: '/srv/demarche/events.sqlite',
  isRenamed: false,
  manifest: { events: 1_200, demonstration: false, takenAt: '2026-11-22T09:30:00.000Z' },
};

test('the last line is the command that brings it back to where it was', () => {
  expect(describeBackup(taken)).toEqual([
    'Backed up 1,200 events, as they were at 2026-11-22T09:30:00.000Z, to /backups/2026-11-22. The copy was read from end to end and is sound.',
    'Bring it back, once every service of Demarche is stopped, with: demarche restore --replace --data /srv/demarche/events.sqlite /backups/2026-11-22',
  ]);
});

test('given folders whose names a shell would take apart, then they are quoted', () => {
  const lines = describeBackup({ ...taken, home: "/srv/the office's record", folder: '/backups/last one' });
  expect(lines.at(-1)).toMatch(/--data '\/srv\/the office'\\''s record' '\/backups\/last one'$/);
});

test('given a record that was called otherwise, then how it is called afterwards is said', () => {
  expect(describeBackup({ ...taken, isRenamed: true }).at(-1)).toContain('name that in DEMARCHE_STORE');
});
