import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { runProgram } from '@demarche/cli';
import { type Metric, metrics } from '@demarche/telemetry';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { seriesIn, seriesOf } from './prometheus-names.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(`infra/otel/${path}`, root), 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly {
    readonly refId: string;
    readonly expr: string;
    readonly datasource: { readonly uid: string };
  }[];
}

const rules: readonly Rule[] = parse(read('alerts.yaml')).groups.flatMap(({ rules: of }: { rules: Rule[] }) => of);
const dashboard = JSON.parse(read('grafana/dashboards/demarche.json')) as { uid: string; panels: readonly Panel[] };
const shown = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
const all: readonly Metric[] = Object.values(metrics);
const known = new Set(all.flatMap(seriesOf));
const unknownIn = (expressions: readonly string[]) => expressions.flatMap(seriesIn).filter((name) => !known.has(name));

describe('the names of Prometheus', () => {
  test('are those that the collector makes of ours', () => {
    expect(seriesOf(metrics.commandDuration)).toContain('demarche_command_duration_seconds_bucket');
    expect(seriesOf(metrics.relayPublished)).toEqual(['demarche_relay_published_total']);
    expect(seriesOf(metrics.parkedStreams)).toEqual(['demarche_projection_parked_streams']);
  });

  test('are told from labels, and a wrong one is found out', () => {
    expect(unknownIn(['sum by (demarche_outcome) (demarche_relay_lagg{http_response_status_code="500"})'])).toEqual([
      'demarche_relay_lagg',
    ]);
  });
});

describe('the dashboard', () => {
  test('asks for nothing that is not measured', () => {
    expect(shown.length).toBeGreaterThan(20);
    expect(unknownIn(shown)).toEqual([]);
  });

  test.each(all)('shows $name', (metric) => {
    const asked = new Set(shown.flatMap(seriesIn));
    expect(seriesOf(metric).filter((series) => asked.has(series))).not.toEqual([]);
  });

  test('asks only where Grafana is told to ask', () => {
    const { datasources } = parse(read('grafana/provisioning/datasources/datasources.yaml'));
    const uids = datasources.map(({ uid }: { uid: string }) => uid);
    const asked = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ datasource }) => datasource.uid));
    expect(asked.filter((uid) => !uids.includes(uid))).toEqual([]);
  });

  test('has panels that have titles and ids of their own and do not lie on one another', () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(panels.filter(({ title }) => !title)).toEqual([]);
    expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});

describe('the alerts', () => {
  test('ask for nothing that is not measured', () => {
    expect(unknownIn(rules.map(({ expr }) => expr))).toEqual([]);
  });

  test('have names of their own', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });

  test.each(rules)(
    '$alert says what is wrong, how bad it is, and what to do by which command',
    ({ labels, annotations }) => {
      expect(labels.severity).toMatch(/^(info|warning|critical)$/);
      expect(annotations.summary).toMatch(/\.$|:/);
      expect(commandsIn(annotations.runbook)).not.toEqual([]);
    },
  );

  test('miss no service that the deployed profile has', () => {
    const inOneProcess = ['standalone', 'cli'];
    const services = readdirSync(new URL('services', root)).filter((name) => !inOneProcess.includes(name));
    const down = rules.find(({ alert }) => alert === 'DemarcheServiceDown');
    const named = [...(down?.expr ?? '').matchAll(/job="demarche-([a-z]+)"/g)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(services.toSorted());
  });

  const commands = [...new Set(rules.flatMap(({ annotations }) => commandsIn(annotations.runbook)))];
  test.each(commands)('"demarche %s" is there to be used', async (command) => {
    const words = command.split(' ').filter((word) => !word.startsWith('--'));
    expect(await helpOf(words)).toContain(`Usage: demarche ${words.join(' ')}`);
  });
});

const commandsIn = (text: string): string[] =>
  [...text.matchAll(/`demarche ([^`]+)`/g)].flatMap(([, command]) => command ?? []);

const helpOf = async (words: readonly string[]): Promise<string> => {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  const terminal = { print: keep, say: keep, progress: keep, readerGone: false, width: 120 };
  const ports = { terminal, defaultUrl: '', defaultData: '', interruption: () => new AbortController().signal };
  await runProgram([...words, '--help'], ports);
  return lines.join('\n');
};

describe('the collector', () => {
  const { service, ...declared } = parse(read('collector.yaml'));

  test.each(Object.entries(service.pipelines))('has every part that %s go through', (_signal, pipeline) => {
    for (const [kind, names] of Object.entries(pipeline as Record<string, string[]>)) {
      expect(Object.keys(declared[kind])).toEqual(expect.arrayContaining(names));
    }
  });

  test('is scraped where it is listened for, by whoever knows the rules', () => {
    const { scrape_configs: scraped, rule_files: files } = parse(read('prometheus.yaml'));
    const { port } = new URL(`http://${declared.exporters.prometheus.endpoint}`);
    expect(scraped[0]).toMatchObject({ honor_labels: true, static_configs: [{ targets: [`collector:${port}`] }] });
    expect(files).toEqual(['/etc/prometheus/alerts.yaml']);
  });

  test('forgets a service that has ended only after it has missed several chances to speak', () => {
    expect(declared.exporters.prometheus.metric_expiration).toBe('30s');
  });
});

describe('what Prometheus itself says', () => {
  const installed = spawnSync('promtool', ['--version']).status === 0;
  const reason = installed ? '' : ' (promtool is not installed; Debian: apt-get install prometheus)';
  test.skipIf(!installed).each([
    ['the rules are sound', ['check', 'rules', 'alerts.yaml']],
    ['the rules tell of what they should, when they should', ['test', 'rules', 'alerts.test.yaml']],
    ['what is scraped is described soundly', ['check', 'config', '--syntax-only', 'prometheus.yaml']],
  ])(`%s${reason}`, (_what, words) => {
    const { status, stdout, stderr } = spawnSync('promtool', words, {
      cwd: new URL('infra/otel', root),
      encoding: 'utf8',
    });
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
  });
});
