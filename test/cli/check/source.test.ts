import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { exampleNote } from '../../lint/example.ts';
import { copydesk, file, folder } from '../program.ts';

const WIRE = 'The lab opened on Tuesday with 40 robots. Ada Whitlock said: "We sleep, and the lab does not."\n';
const BODY = 'The lab opened with 45 robots.\n\nAda Whitlock said, "We sleep, and the lab never sleeps."';
const note = (front: Readonly<Record<string, string>> = {}) => exampleNote({ front, body: BODY });

async function rulesOf(args: readonly string[], stdin?: string): Promise<readonly string[]> {
  const { stdout } = await copydesk(['check', ...args, '--report', 'json'], stdin === undefined ? {} : { stdin });
  const [{ findings }] = JSON.parse(stdout).files as [{ readonly findings: readonly Diagnostic[] }];
  return findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('source-'));
}

const FOUND = ['source-number', 'source-quotation'];

describe('the source text of a note', () => {
  test('comes from source_text, relative to the note', async () => {
    const root = folder();
    file(root, 'wires/wire.txt', WIRE);
    expect(await rulesOf([file(root, 'stories/a.md', note({ source_text: '../wires/wire.txt' }))])).toEqual(FOUND);
  });

  test('comes from the file of its name in sources/', async () => {
    const root = folder();
    file(root, 'sources/a.txt', WIRE);
    file(root, 'sources/b.md', WIRE);
    expect(await rulesOf([file(root, 'a.md', note())])).toEqual(FOUND);
    expect(await rulesOf([file(root, 'b.md', note())])).toEqual(FOUND);
    expect(await rulesOf([file(root, 'c.md', note())])).toEqual([]);
  });

  test('comes from --source before source_text', async () => {
    const root = folder();
    const path = file(root, 'a.md', note({ source_text: 'other.txt' }));
    expect(await rulesOf([path, '--source', file(root, 'wire.txt', WIRE)])).toEqual(FOUND);
    expect(await rulesOf(['-', '--source', join(root, 'wire.txt')], note())).toEqual(FOUND);
  });

  test('is still compared after a fix', async () => {
    const root = folder();
    file(root, 'wire.txt', WIRE);
    const path = file(root, 'a.md', note({ source_text: 'wire.txt' }).replace('The lab', 'The the lab'));
    const { stderr, stdout } = await copydesk(['check', '--fix', '--unsafe-fixes', path]);
    expect(stdout).toContain('[source-number]');
    expect(stderr).toContain('fixed');
  });
});

describe('a source text that cannot be read', () => {
  test.each([
    ['is missing', 'none.txt', 'no such file'],
    ['is a folder', 'folder', 'is a folder, not a file'],
    ['is not UTF-8', 'latin.txt', 'latin.txt:1:4: invalid UTF-8'],
    ['is a URL', 'https://wire.example/1', "is the URL 'https://wire.example/1'"],
    ['is an absolute path', '/srv/wire.txt', "is the absolute path '/srv/wire.txt'"],
  ])('%s', async (_, path, message) => {
    const root = folder();
    file(root, 'folder/x', '');
    file(root, 'latin.txt', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]));
    const { code, stdout } = await copydesk(['check', file(root, 'a.md', note({ source_text: path }))]);
    expect(stdout).toContain(message);
    expect(stdout).toContain('[source-text]');
    expect(code).toBe(2);
  });

  test('stops the run if --source names it', async () => {
    const root = folder();
    const path = file(root, 'a.md', note());
    const none = await copydesk(['check', path, '--source', join(root, 'none.txt')]);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('no such file');
    const latin = file(root, 'latin.txt', Uint8Array.from([0x0a, 0xe9]));
    const invalid = await copydesk(['check', path, '--source', latin]);
    expect(invalid).toMatchObject({ code: 2, stdout: '' });
    expect(invalid.stderr).toContain('latin.txt:2:1: invalid UTF-8');
  });

  test('--source is for one note', async () => {
    const root = folder();
    const wire = file(root, 'wire.txt', WIRE);
    const { code, stderr } = await copydesk([
      'check',
      file(root, 'a.md', note()),
      file(root, 'b.md', note()),
      '--source',
      wire,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("'--source' needs one note");
  });
});
