import { afterEach, beforeEach, expect, test } from 'vitest';
import { copydesk, file } from '../program.ts';
import { repository } from './desk.ts';

const home = process.cwd();
let dir = '';

beforeEach(() => {
  dir = repository();
});

afterEach(() => process.chdir(home));

test.each(['render', 'format', 'check'])(
  '%s prints the configuration of a note and does nothing else',
  async (command) => {
    const { code, stdout, stderr } = await copydesk([command, '--show-config', 'story.md']);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.replace(/ {2,}/g, '  ').split('\n');
    expect(lines.slice(0, 2)).toEqual(['story.md', 'copydesk.yaml (the nearest above the notes)']);
    expect(lines).toContain('  channels  html, x  copydesk.yaml:3');
    expect(lines).toContain('  labels.source  "From: "  weekly/house.yaml:3');
    expect(stdout).toMatch(/^ {2}typography\.quotes +\w+ +house ap$/m);
  },
);

test('notes with the same configuration share it', async () => {
  file(dir, 'other/copydesk.yaml', 'house: ap\n');
  file(dir, 'other/a.md', '---\nheadline: A\n---\n');
  const { stdout } = await copydesk(['check', '--show-config', 'story.md', 'zh.md', 'other/a.md']);
  expect(stdout.match(/^\S.*$/gm)).toEqual([
    'story.md and 1 other note',
    'copydesk.yaml (the nearest above the notes)',
    'other/a.md',
    'other/copydesk.yaml (the nearest above the notes)',
  ]);
});

test('without a note, it is that of the current folder, and of stdin that of its path', async () => {
  const { code, stdout } = await copydesk(['format', '--show-config']);
  expect([code, stdout.split('\n')[0]]).toEqual([0, 'copydesk.yaml (the nearest above the notes)']);
  file(dir, 'other/copydesk.yaml', 'house: ap\n');
  const { stdout: other } = await copydesk(['format', '--show-config', '--stdin-filepath', 'other/a.md']);
  expect(other.split('\n').slice(0, 2)).toEqual(['other/a.md', 'other/copydesk.yaml (the nearest above the notes)']);
});

test('--house replaces the house for check, and the whole configuration for render', async () => {
  const of = async (command: string) =>
    (await copydesk([command, '--show-config', '--house', 'ap', 'story.md'])).stdout.replace(/ {2,}/g, '  ');
  expect(await of('check')).toContain('\n  channels  html, x  copydesk.yaml:3\n');
  expect(await of('check')).toContain('\n  house  ap  --house\n');
  expect(await of('render')).toContain('No configuration file (--house)\n');
});

test('--config is named', async () => {
  file(dir, 'other.yaml', 'house: ap\n');
  const { stdout } = await copydesk(['render', '--show-config', '--config', 'other.yaml', 'story.md']);
  expect(stdout.split('\n')[1]).toBe('other.yaml (--config)');
});

test('the report of check can be JSON, but no report of findings', async () => {
  const { stdout } = await copydesk(['check', '--show-config', '--report', 'json', 'story.md']);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ version: 1, configurations: [{ notes: ['story.md'], path: 'copydesk.yaml' }] });
  const { code, stderr } = await copydesk(['check', '--show-config', '--report', 'sarif', 'story.md']);
  expect([code, stderr]).toEqual([
    2,
    "error: '--show-config' cannot be used with '--report sarif'\n  Choose from pretty, json.\n",
  ]);
});

test('a configuration with errors is an error, and the others are printed', async () => {
  file(dir, 'other/copydesk.yaml', 'hose: ap\n');
  file(dir, 'other/a.md', '---\nheadline: A\n---\n');
  const { code, stdout, stderr } = await copydesk(['check', '--show-config', 'other/a.md', 'story.md']);
  expect(code).toBe(2);
  expect(stderr).toContain("unknown key 'hose'");
  expect(stdout.split('\n')[0]).toBe('story.md');
});
