import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Audit, type RuleAudit } from '../../../src/cli/check/audit.ts';
import { resolveHouse } from '../../../src/house/resolve.ts';
import { lintNote } from '../../../src/lint/run-rules.ts';
import { createSource } from '../../../src/text/index.ts';
import { copydesk, file, folder } from '../program.ts';
import { sound } from './notes.ts';

interface Report {
  readonly posts: number;
  readonly words: number;
  readonly rules: readonly (RuleAudit & { readonly perThousandWords: number; readonly overruled: number })[];
  readonly severities: Readonly<Record<string, string>>;
}

async function audit(root: string, ...args: readonly string[]): Promise<Report> {
  const { code, stdout, stderr } = await copydesk(['check', '--audit', '--report', 'json', root, ...args]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

const SAID = '\n\nIts director said, "We sleep, and the lab does not."';
const clean = () => sound(`The lab opened.${SAID}`);
const repeated = () => sound(`The lab lab opened.${SAID}`);
const suppressed = () => sound(`<!-- copydesk-ignore repeated-word: a band -->\n\nThe lab lab opened.${SAID}`);

/** A folder with so many posts of each kind. */
async function posts(...kinds: readonly (readonly [number, () => Promise<string>])[]): Promise<string> {
  const root = folder();
  let at = 0;
  for (const [number, text] of kinds) for (let i = 0; i < number; i++) file(root, `${++at}.md`, await text());
  return root;
}

describe('check --audit', () => {
  test('counts per rule: findings, posts, suppressed ones, and shows where', async () => {
    const root = await posts([2, repeated], [1, suppressed], [1, clean]);
    const { posts: all, words, rules, severities } = await audit(root);
    expect(all).toBe(4);
    expect(rules).toHaveLength(1);
    const [rule] = rules;
    expect(rule).toMatchObject({ rule: 'repeated-word', severity: 'warning', findings: 2, posts: 2, suppressed: 1 });
    expect(rule).toMatchObject({ accepted: 0, overruled: 0.333 });
    expect(rule?.perThousandWords).toBeCloseTo((2 / words) * 1000, 1);
    expect(rule?.examples[0]).toEqual({
      path: join(root, '1.md'),
      line: 8,
      column: 5,
      message: "repeated word 'lab'",
      text: 'The lab lab opened.',
    });
    // Too few posts to say anything about the house.
    expect(severities).toEqual({});
  });

  test('a finding in the baseline is accepted, and the baseline stays as it is', async () => {
    const root = await posts([5, repeated]);
    const known = join(root, 'known.json');
    expect((await copydesk(['check', root, '--baseline', known])).code).toBe(0);
    const before = readFileSync(known, 'utf8');
    for (const name of ['6.md', '7.md']) file(root, name, await repeated());
    writeFileSync(join(root, '1.md'), await clean());
    const { rules, severities } = await audit(root, '--baseline', known);
    expect(rules).toMatchObject([{ findings: 2, accepted: 4, overruled: 0.667 }]);
    expect(severities).toEqual({ 'repeated-word': 'off' });
    expect(readFileSync(known, 'utf8')).toBe(before);
  });

  test.each([
    [2, 28, {}],
    [5, 25, {}],
    [6, 24, { 'repeated-word': 'information' }],
    [14, 16, { 'repeated-word': 'information' }],
    [15, 15, { 'repeated-word': 'off' }],
  ])('found in %i posts and not in %i: %j', async (faults, others, severities) => {
    const report = await audit(await posts([faults, repeated], [others, clean]));
    expect(report.severities).toEqual(severities);
    expect(report.rules[0]?.examples).toHaveLength(Math.min(3, faults));
  });

  test('never advises about an error or a suggestion', async () => {
    const noSource = async () => (await clean()).replace(/^source: .*\n/m, '');
    const hyped = () => sound(`The lab has a groundbreaking robot.${SAID}`);
    const { rules, severities } = await audit(await posts([10, noSource], [10, hyped]));
    expect(rules.map(({ severity }) => severity)).toEqual(expect.arrayContaining(['error', 'information']));
    expect(severities).toEqual({});
  });

  test('as text: a table, examples, and lines that a house can paste', async () => {
    const root = await posts([12, repeated], [8, clean]);
    const { code, stdout, stderr } = await copydesk(['check', '--audit', root]);
    expect([code, stderr]).toEqual([0, '20 notes audited: 12 findings\n']);
    expect(stdout).toMatch(/^20 posts, \d,\d{3} words\n\nrule +severity +findings +posts +per 1,000 words/);
    expect(stdout).toMatch(/^repeated-word +warning +12 +12 +\d\.\d\d +0 +0$/m);
    expect(stdout).toMatch(/^repeated-word\n {2}\S+\.md:8:5: repeated word 'lab'\n {4}The lab lab opened\.$/m);
    expect(stdout).toMatch(/\nseverities:\n {2}repeated-word: off # found in 12 of 20 posts\n$/);
    const pasted = `house:\n${stdout.slice(stdout.indexOf('\nseverities:') + 1).replace(/^/gm, '  ')}`;
    file(root, 'copydesk.yaml', pasted.trimEnd());
    const again = await copydesk(['check', '--audit', root]);
    expect(again.stdout).toMatch(/^20 posts, [\d,]+ words\n\nNo rule needs another severity in this house\.\n$/);
  });

  test('the same posts give the same bytes', async () => {
    const root = await posts([9, repeated]);
    const [one, two] = [await copydesk(['check', '--audit', root]), await copydesk(['check', '--audit', root])];
    expect(one).toEqual(two);
  });

  test('a post that cannot be read is reported, and the others are audited', async () => {
    const root = await posts([2, repeated]);
    file(root, 'broken.md', '---\nheadline: a: b\n---\n');
    const { code, stdout, stderr } = await copydesk(['check', '--audit', root]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^2 posts, /);
    expect(stderr).toContain('broken.md:2:11: error:');
    expect(stderr).toMatch(/^3 notes audited: 2 findings, 1 failed$/m);
  });

  test('no posts', async () => {
    const { code, stdout } = await copydesk(['check', '--audit', folder()]);
    expect([code, stdout]).toEqual([4, '']);
  });

  test.each([
    ['--fix'],
    ['--diff'],
    ['--quiet'],
    ['--since', 'main'],
    ['--fail-on', 'warning'],
    ['--max-warnings', '3'],
  ])('refuses %s', async (...more) => {
    const { code, stderr } = await copydesk(['check', '--audit', '.', ...more]);
    expect(code).toBe(2);
    expect(stderr).toContain(`'--audit' cannot be used with '${more[0]}'`);
  });

  test.each([
    [['--report', 'sarif'], "'--audit' has no such report\n  Choose from pretty, json."],
    [['--baseline', 'none.json'], "no such baseline 'none.json'"],
    [['--rule', 'repeated-wrod'], "unknown rule 'repeated-wrod'"],
  ])('refuses %j', async (more, said) => {
    const { code, stderr } = await copydesk(['check', '--audit', await posts([1, clean]), ...more]);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

test('an audit keeps three short examples of 10,000 posts, from the start to the end', async () => {
  const audit = new Audit();
  const source = createSource('a.md', (await repeated()).replace('opened.', `opened${' and opened'.repeat(500)}.`));
  const linted = await lintNote(source, resolveHouse('abab'), { rules: ['repeated-word'] });
  for (let at = 0; at < 10_000; at++) audit.add(`${at}.md`, linted, linted.findings, []);
  const { rules, posts } = audit.result();
  expect([posts, rules[0]?.findings]).toEqual([10_000, 10_000]);
  expect(rules[0]?.examples).toHaveLength(3);
  expect(Math.max(...(rules[0]?.examples ?? []).map(({ path }) => Number.parseInt(path, 10)))).toBeGreaterThan(1000);
  expect(JSON.stringify(rules).length).toBeLessThan(2000);
});
