import { type DoctorFacts, RebuildState } from '@demarche/contracts';
import { endOf } from '../projections/describe-rebuild.ts';
import { countOf } from '../record-keeping/keep-record.ts';

export interface Finding {
  /** `look`: it works, and somebody should see to it. `wrong`: what is acknowledged or shown cannot be relied on. */
  readonly state: 'fine' | 'look' | 'wrong';
  readonly about: string;
  readonly sentence: string;
}

type Check = Readonly<Record<string, unknown>>;

const finding = (state: Finding['state'], about: string, sentence: string): Finding => ({ state, about, sentence });

/** 2 is FULL, 3 is EXTRA. */
const FULL = 2;

/** Only a record in a file says how it is written; a server that keeps one answers for what it acknowledges. */
const ofDurability = ({ journalMode, synchronous, ...further }: Check): readonly Finding[] => {
  if (journalMode === undefined) return ofServer(further);
  const isDurable = journalMode === 'wal' && Number(synchronous) >= FULL;
  const fine = 'Whatever is acknowledged is on disk (journal wal, synchronous full).';
  const wrong = `What was acknowledged last can be lost with the power (journal ${journalMode}, synchronous ${synchronous}). Do not record anything; start Demarche anew.`;
  return [isDurable ? finding('fine', 'durability', fine) : finding('wrong', 'durability', wrong)];
};

const ofServer = ({ kind, server, encrypted }: Check): readonly Finding[] => {
  if (kind === undefined) return [];
  const open = encrypted === false ? ', over a connection that only a network of its own keeps from others' : '';
  const sentence = `The record is kept by ${kind} at ${server}${open}. Its own settings say when it acknowledges.`;
  return [finding('fine', 'durability', sentence)];
};

const ofRecord = ({ status, head, trouble, error }: Check): Finding => {
  if (status === 'pass') return finding('fine', 'record', `The record can be read and written; ${newestOf(head)}`);
  return finding(status === 'warn' ? 'look' : 'wrong', 'record', `${trouble ?? error ?? 'The record cannot be used'}`);
};

const newestOf = (head: unknown): string =>
  head === undefined || head === null
    ? 'how far it has come it does not say.'
    : `its newest event is at position ${head}.`;

const LATE = 'Look again in a moment; where it stays so, look after the relay and the bus.';

const ofViews = (views: Check): Finding => ofTrouble(views) ?? ofLag(views);

const ofTrouble = ({ trouble, status, error, catchingUp, beyondRecord }: Check): Finding | null => {
  if (beyondRecord) return finding('wrong', 'views', String(trouble));
  if (catchingUp) return finding('look', 'views', `The views are catching up with the record: ${catchingUp}.`);
  if (status === 'fail')
    return finding('wrong', 'views', `The views cannot be asked. ${trouble ?? error ?? ''}`.trim());
  return trouble ? finding('look', 'views', `The views do not move: ${trouble}`) : null;
};

const ofLag = ({ lag }: Check): Finding => {
  if (lag === null)
    return finding('look', 'views', 'Whether the views are up to date cannot be told: the record did not answer.');
  return Number(lag) === 0
    ? finding('fine', 'views', 'The views hold everything that is on record.')
    : finding('look', 'views', `The views are behind the record, by ${countOf(Number(lag), 'position')}. ${LATE}`);
};

const ofParked = ({ parked }: Check): Finding =>
  Number(parked ?? 0) === 0
    ? finding('fine', 'parked', 'No record is held back.')
    : finding(
        'look',
        'parked',
        `${Number(parked) === 1 ? 'One record is' : `${parked} records are`} not up to date: "demarche projections parked" says which and why.`,
      );

const ofRebuild = ({ rebuild }: Check): readonly Finding[] => {
  const told = RebuildState.safeParse(rebuild);
  if (!told.success) return [];
  return [finding(told.data.state === 'failed' ? 'look' : 'fine', 'rebuild', endOf(told.data))];
};

const GIGABYTE = 1_000_000_000;
const ROOM_TO_WORK = 0.1;
const ROOM_TO_REBUILD = 2;

const ofDisk = ({ freeBytes, dataFolder }: DoctorFacts): Finding => {
  const free = freeBytes / GIGABYTE;
  const room = `${free.toFixed(1)} GB are free on the disk that holds ${dataFolder}`;
  if (free < ROOM_TO_WORK) return finding('wrong', 'disk', `Only ${room}: make room on it.`);
  if (free < ROOM_TO_REBUILD)
    return finding('look', 'disk', `${room}: a rebuild or a backup of a long record may not fit.`);
  return finding('fine', 'disk', `${room}.`);
};

const ofPrograms = ({ node, checks }: DoctorFacts): Finding => {
  const sqlite = checks['store']?.['sqliteVersion'];
  return finding('fine', 'programs', `Node.js ${node}${sqlite === undefined ? '' : `, SQLite ${sqlite}`}.`);
};

/** Time of record only runs forward; a clock that was set back shows by what lies ahead of it. */
const ofClock = ({ now, newestRecordedAt }: DoctorFacts, here: string): Finding => {
  if (newestRecordedAt !== null && newestRecordedAt > now)
    return finding(
      'wrong',
      'clock',
      `Its clock says ${now}, and something was recorded at ${newestRecordedAt}: set the clock of the machine right.`,
    );
  const apart = Math.round(Math.abs(Date.parse(now) - Date.parse(here)) / 1_000);
  return apart > CLOCKS_APART_S
    ? finding('look', 'clock', `Its clock and the one here are ${apart} seconds apart.`)
    : finding('fine', 'clock', `Its clock says ${now}.`);
};

const CLOCKS_APART_S = 5;

const onRecord = (store: Check | undefined): readonly Finding[] =>
  store === undefined ? [] : [ofRecord(store), ...ofDurability(store)];

const onViews = (views: Check | undefined): readonly Finding[] =>
  views === undefined ? [] : [ofViews(views), ofParked(views), ...ofRebuild(views)];

/**
 * Looks through what whoever keeps the views says of itself and of what it needs. `here` is what the clock says where
 * the question was asked.
 */
export const examine = (facts: DoctorFacts, here: string): readonly Finding[] => [
  ...onRecord(facts.checks['store']),
  ...onViews(facts.checks['projections']),
  ofDisk(facts),
  ofClock(facts, here),
  ofPrograms(facts),
];

/** The checks that `examine` looks through. */
export const examined: readonly string[] = ['store', 'projections'];
