import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copydesk, file, folder, note } from './program.ts';

const POST =
  'Lab Opens\nA lab opened.\nSource: The Lab\nABAB AI Insight\nIt turns.\nABAB News · Cognitive Laws\nNot this, but that.\n';

async function rendered(text: string, ...args: string[]) {
  return copydesk(['render', '-', '--to', 'text', ...args], { stdin: text });
}

describe('bad input is said, with its place, and nothing is printed', () => {
  test.each([
    ['an empty file', '', 1, /^<stdin>:1:1: error: empty note \[empty-note\]\n(?:.*\n)*.*and the story below\.\n$/],
    ['only front matter', '---\nheadline: Lab\nsource: x\n---\n', 1, /<stdin>:5:1: error: missing body/],
    ['no headline', note({ front: 'source: x' }), 1, /<stdin>:1:1: error: missing headline \[missing-headline\]/],
    ['an empty headline', note({ front: 'headline: ""\nsource: x' }), 1, /missing headline/],
    ['no source', note({ front: 'headline: x' }), 1, /<stdin>:1:1: error: missing source/],
    ['no laws', note({ laws: '' }), 1, /<stdin>:10:10: error: missing laws/],
    ['laws without a law', note({ laws: '## Laws' }), 1, /<stdin>:12:1: error: missing laws/],
    ['no insight', note({ insight: '' }), 1, /error: missing insight/],
    ['no body', note({ body: '' }), 1, /error: missing body/],
    [
      'two laws sections',
      `${note()}\n## Cognitive Laws\n\n- More.\n`,
      1,
      /<stdin>:16:1: error: duplicate section 'Cognitive Laws'; the first one is on line 12/,
    ],
    [
      'a key twice',
      note({ front: 'headline: a\nheadline: b\nsource: x' }),
      2,
      /<stdin>:3:1: error: duplicate key 'headline'/,
    ],
    [
      'an alias beside its key',
      note({ front: 'headline: a\nhed: b\nsource: x' }),
      1,
      /<stdin>:3:1: error: 'headline' and 'hed' are the same key/,
    ],
    [
      'a wrong type',
      note({ front: 'headline: a\nsource: x\nslug: A b' }),
      1,
      /<stdin>:4:7: error: slug must be lower-case letters, digits and hyphens/,
    ],
    [
      'a day that is none',
      note({ front: 'headline: a\nsource: x\ndate: 2024-02-31T00:00:00Z' }),
      1,
      /<stdin>:4:7: error: no such day '2024-02-31T00:00:00Z'/,
    ],
    [
      'an embargo without offset',
      note({ front: 'headline: a\nsource: x\nembargo: 2020-01-01' }),
      1,
      /embargo has no time or UTC offset/,
    ],
    [
      'a status that is none',
      note({ front: 'headline: a\nsource: x\nstatus: redy' }),
      1,
      /status must be one of draft.*\n(?:.*\n)*.*Did you mean 'ready'\?/,
    ],
    ['a NUL', note({ body: 'a\0b' }), 2, /<stdin>:6:2: error: NUL character/],
    [
      'a source line inside a paragraph',
      note({ front: 'headline: a', body: 'A lab opened.\nSource: The Lab' }),
      1,
      /<stdin>:6:1: error: missing source: this line belongs to the paragraph above it/,
    ],
    [
      'too complex',
      note({ body: `${'>'.repeat(5000)} x` }),
      2,
      /<stdin>:6:1: error: quotes or lists are nested more than 100 deep/,
    ],
  ])('%s', async (_, text, code, message) => {
    const result = await rendered(text);
    expect(result.stderr).toMatch(message);
    expect(result).toMatchObject({ code, stdout: '' });
  });
});

describe('what can be printed is, with a warning', () => {
  test.each([
    [
      'two headlines that disagree',
      note({ body: '# Another\n\nA lab opened.' }),
      POST,
      /:6:1: warning: heading differs from the headline/,
    ],
    [
      'an unknown key',
      note({ front: 'headline: Lab Opens\nsource: The Lab\nsorce: x' }),
      POST,
      /:4:1: warning: unknown key 'sorce'.*\n(?:.*\n)*.*Did you mean 'source'\?/,
    ],
    [
      'an unknown section',
      `${note()}\n## Lawz of it\n\nMore.\n`,
      `${POST}Lawz of it\nMore.\n`,
      /:16:1: warning: unknown section 'Lawz of it'/,
    ],
    [
      'an unknown heading in the body',
      note({ body: 'A lab opened.\n\n### Detail\n\nMore.' }),
      POST.replace('opened.\n', 'opened.\nDetail\nMore.\n'),
      /:8:1: warning: unknown section 'Detail'/,
    ],
    [
      'another source line',
      note({ body: 'A lab opened.\n\nSource: Someone' }),
      POST.replace('opened.\n', 'opened.\nSource: Someone\n'),
      /:8:1: warning: source line differs/,
    ],
    [
      'a date without a time',
      note({ front: 'headline: Lab Opens\nsource: The Lab\ndate: 2026-05-07' }),
      POST,
      /:4:7: warning: date has no time or UTC offset/,
    ],
    [
      'a heading after the notes',
      `${note()}\n## Notes\n\nsecret\n\n## Phone\n\n555\n`,
      POST,
      /warning: section 'Phone' comes after the notes and is not printed/,
    ],
  ])('%s', async (_, text, post, warning) => {
    const result = await rendered(text);
    expect(result.stdout).toBe(post);
    expect(result.stderr).toMatch(warning);
    expect(result.code).toBe(0);
  });

  test.each([
    ['a headline as a heading', note({ front: 'source: The Lab', body: '# Lab *Opens*\n\nA lab opened.' })],
    ['a source line', note({ front: 'headline: Lab Opens', body: 'A lab opened.\n\nSource: The Lab' })],
    [
      'no front matter',
      '# Lab Opens\n\nA lab opened.\n\nSource: The Lab\n\n# Analysis\n\nIt turns.\n\n# Cognitive Laws\n\nNot this, but that.\n',
    ],
    ['the same headline twice', note({ body: '# Lab Opens\n\nA lab opened.' })],
    ['the same source twice', note({ body: 'A lab opened.\n\nSource: The Lab' })],
    [
      'comments and notes',
      `${note({ body: '<!-- mark -->\n\nA lab <!-- sure? -->opened. <!-- end -->' })}\n## Scratch\n\nsecret\n`,
    ],
    ['aliases', note({ front: 'hed: Lab Opens\nattribution: The Lab' })],
    ['parts with headings', note({ insight: '## AI Insight\n\n### Background\n\nIt turns.' })],
    [
      'setext headings, CRLF and a BOM',
      `\ufeff${note({ insight: 'Insight\n-------\n\nIt turns.' }).replaceAll('\n', '\r\n')}`,
    ],
  ])('%s is no reason for one', async (_, text) => {
    expect(await rendered(text)).toEqual({ code: 0, stdout: POST, stderr: '' });
  });
});

describe('embargo and withdrawal', () => {
  const embargoed = note({ front: 'headline: Lab Opens\nsource: The Lab\nembargo: 2999-01-01T00:00:00Z' });
  test('hold a post back, but not from --force', async () => {
    const held = await rendered(embargoed);
    expect(held).toMatchObject({ code: 1, stdout: '' });
    expect(held.stderr).toMatch(/<stdin>:4:10: error: under embargo until 2999-01-01T00:00:00Z/);
    expect(held.stderr).toContain('Wait until then, or run `copydesk render --force` to render it anyway.');
    expect(await rendered(embargoed, '--force')).toEqual({ code: 0, stdout: POST, stderr: '' });
  });
  test('a past embargo holds nothing back', async () => {
    expect((await rendered(embargoed.replace('2999', '2020'))).stdout).toBe(POST);
  });
  test('a withdrawn story', async () => {
    const text = note({ front: 'headline: Lab Opens\nsource: The Lab\nstatus: withdrawn' });
    expect(await rendered(text)).toMatchObject({ code: 1, stdout: '' });
    expect(await rendered(text, '--force')).toMatchObject({ code: 0, stdout: POST });
  });
});

describe('files', () => {
  test('one note to one file, whose ending says the format', async () => {
    const dir = folder();
    const path = file(dir, 'a.md', note());
    expect(await copydesk(['render', path, '-o', join(dir, 'a.txt')])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe(POST);
  });
  test('an ending that says nothing, a folder that is not there, the note itself', async () => {
    const dir = folder();
    const path = file(dir, 'a.md', note());
    expect((await copydesk(['render', path, '-o', join(dir, 'a.doc')])).stderr).toMatch(
      /unknown format for '.*a\.doc'/,
    );
    const missing = await copydesk(['render', path, '-o', join(dir, 'none', 'a.txt')]);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('none');
    symlinkSync(path, join(dir, 'link.md'));
    for (const out of [path, join(dir, 'link.md'), join(dir, '.', 'x', '..', 'a.md')]) {
      expect(await copydesk(['render', path, '-o', out])).toMatchObject({ code: 2 });
    }
    expect(readFileSync(path, 'utf8')).toBe(note());
  });
  test('a folder: slugs, sub-folders, several formats, nothing rewritten', async () => {
    const dir = folder();
    file(dir, 'notes/a.md', note());
    file(dir, 'notes/deep/b.md', note({ front: 'headline: Lab Opens\nsource: The Lab\nslug: lab-opens' }));
    file(dir, 'notes/.hidden/c.md', note());
    const args = ['render', join(dir, 'notes'), '--to', 'text', '--to', 'html', '--out-dir', join(dir, 'out')];
    const first = await copydesk(args);
    expect(first).toEqual({ code: 0, stdout: '', stderr: '2 notes: 2 written\n' });
    expect(readFileSync(join(dir, 'out/deep/lab-opens.txt'), 'utf8')).toBe(POST);
    expect(existsSync(join(dir, 'out/a.html'))).toBe(true);
    const before = statSync(join(dir, 'out/a.txt')).mtimeMs;
    expect((await copydesk(args)).stderr).toBe('2 notes: 2 unchanged\n');
    expect(statSync(join(dir, 'out/a.txt')).mtimeMs).toBe(before);
  });
  test('two notes for one file are both refused, the others go on', async () => {
    const dir = folder();
    const front = 'headline: Lab Opens\nsource: The Lab\nslug: lab';
    const paths = ['a.md', 'b.md'].map((name) => file(dir, name, note({ front })));
    const other = file(dir, 'c.md', note());
    const result = await copydesk(['render', ...paths, other, '--to', 'text', '--out-dir', join(dir, 'out')]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(
      `'${paths[0]}' and '${paths[1]}' have the same output file '${join(dir, 'out', 'lab')}'`,
    );
    expect(existsSync(join(dir, 'out/lab.txt'))).toBe(false);
    expect(existsSync(join(dir, 'out/c.txt'))).toBe(true);
  });
  test('posts never overwrite notes, and yesterday’s posts are not taken for notes', async () => {
    const dir = folder();
    const path = file(dir, 'a.md', note());
    const over = await copydesk(['render', path, '--out-dir', dir]);
    expect(over.code).toBe(2);
    expect(over.stderr).toMatch(/would overwrite a note/);
    expect(readFileSync(path, 'utf8')).toBe(note());
    const args = ['render', dir, '--out-dir', join(dir, 'posts')];
    expect((await copydesk(args)).code).toBe(0);
    expect(await copydesk(args)).toMatchObject({ code: 0, stderr: '' });
  });
  test('a missing file, a folder without notes, a folder that cannot be written', async () => {
    const dir = folder();
    const good = file(dir, 'good.md', note());
    const missing = await copydesk(['render', join(dir, 'god.md'), good, '--to', 'text', '-d', join(dir, 'out')]);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(/no such file '.*god\.md'\n.*good\.md/);
    expect(existsSync(join(dir, 'out/good.txt'))).toBe(true);
    mkdirSync(join(dir, 'empty'));
    expect(await copydesk(['render', join(dir, 'empty')])).toMatchObject({ code: 4, stdout: '' });
    file(dir, 'taken', 'a file');
    expect((await copydesk(['render', good, '-d', join(dir, 'taken')])).code).toBe(2);
  });
  test('what a walk finds and is no note is skipped and counted; what is named is a note', async () => {
    const dir = folder();
    file(dir, 'n/README.md', '# Read me\n\nText.\n');
    file(dir, 'n/page.md', '---\ntitle: A page\n---\n\nText.\n');
    file(dir, 'n/package.json', '{ "name": "x" }');
    file(dir, 'n/broken.json', '{ // comment');
    file(dir, 'n/a.md', note());
    file(dir, 'n/b.yaml', 'headline: H\nsource: S\nbody: B\ninsight: I\nlaws: [L]\n');
    file(dir, 'n/c.md', '# H\n\nB\n\nSource: S\n\nAI Insight\n===\n\nI\n\n## Laws\n\n- L\n');
    const out = join(dir, 'out');
    const result = await copydesk(['render', join(dir, 'n'), '--to', 'text', '-d', out]);
    expect(result).toMatchObject({ code: 0, stderr: '3 notes: 3 written; 4 files skipped (not notes)\n' });
    expect(readdirSync(out).sort()).toEqual(['.copydesk.json', 'a.txt', 'b.txt', 'c.txt']);
    expect(await copydesk(['render', join(dir, 'n', 'README.md')])).toMatchObject({ code: 4 });
    expect(await copydesk(['render', join(dir, 'n', 'page.md')])).toMatchObject({ code: 1 });
    const only = await copydesk(['render', join(dir, 'n', '*.json'), '-d', out]);
    expect(only).toMatchObject({ code: 4, stderr: expect.stringMatching(/no notes found in 2 files/) });
  });
  test('a note that notes: names is one', async () => {
    const dir = folder();
    file(dir, 'copydesk.yaml', 'notes: [stories/**]\n');
    file(dir, 'stories/a.md', '---\ntitle: A page\n---\n\nText.\n');
    expect((await copydesk(['render', dir, '-d', join(dir, 'out')])).stderr).toMatch(/missing source/);
  });
  test('a note that is no input of the run is not replaced by a post', async () => {
    const dir = folder();
    const front = 'headline: Lab Opens\nsource: The Lab\nslug: b';
    const a = file(dir, 'a.md', note({ front }));
    const b = file(dir, 'b.md', note());
    for (const to of [
      ['-d', dir],
      ['-o', b],
    ]) {
      const result = await copydesk(['render', a, ...to]);
      expect(result).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/b\.md' is a note and would be overwritten/),
      });
    }
    expect(readFileSync(b, 'utf8')).toBe(note());
    const yaml = file(dir, 'c.yaml', 'headline: H\n');
    expect(await copydesk(['render', a, '--to', 'text', '-o', yaml])).toMatchObject({ code: 2 });
  });
  test('a folder into itself', async () => {
    const dir = folder();
    file(dir, 'a.md', note());
    expect(await copydesk(['render', dir, '-d', dir, '--to', 'text'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe(POST);
    expect((await copydesk(['render', dir, '-d', dir])).stderr).toMatch(/would overwrite a note/);
  });
  test('a folder in place of a file, and a file in place of a folder', async () => {
    const dir = folder();
    const a = file(dir, 'a.md', note());
    expect((await copydesk(['render', a, '-o', dir])).stderr).toMatch(
      /is a folder\n {2}Name a file in it, or use --out-dir/,
    );
    expect((await copydesk(['render', a, '-d', a])).stderr).toMatch(/is a file, not a folder/);
  });
  test('a folder without permission', async () => {
    const dir = folder();
    const path = file(dir, 'shut/a.md', note());
    chmodSync(path, 0o000);
    const result = await copydesk(['render', path, '--to', 'text']);
    chmodSync(path, 0o600);
    // Root reads everything.
    expect(result.code).toBe(process.getuid?.() === 0 ? 0 : 2);
  });
});

describe('the command line', () => {
  test('nothing to read on a terminal shows the help', async () => {
    const result = await copydesk(['render'], { terminal: true });
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/Usage: copydesk render/);
  });
  test.each([
    [['render', '--too', 'text'], /unknown option '--too'\n {2}Did you mean '--to'\?/],
    [['render', '--to', 'htm'], /unknown format 'htm'\n {2}Did you mean 'html'\?/],
    [['render', '--to', 'markdwon'], /Did you mean 'markdown'\?/],
    [['rendr', 'x'], /unknown command 'rendr'\n {2}Did you mean 'render'\?/],
    [[], /no command given/],
    [['render', '--to', 'text', '--to', 'html'], /several formats need an output folder/],
    [['render', '--fragment'], /'--fragment' applies only to HTML/],
    [['render', '--width', '40'], /'--width' applies only to plain text/],
    [['render', '--to', 'text', '--width', 'wide'], /number of columns/],
    [['render', '-o', 'a.md', '--out-dir', 'x'], /'--output' cannot be used with '--out-dir'/],
    [['render', 'a.md', '--stdin-filepath', 'x'], /'--stdin-filepath' is set, but no note is read from stdin/],
    [['render', '--to', 'text,html'], /Repeat the option/],
    [['help', 'rendr'], /unknown command 'rendr'\n {2}Did you mean 'render'\?/],
    [['render', '--house', 'abba'], /unknown house 'abba'\n {2}Did you mean 'abab'\?/],
    [['render', '--config', '/none/copydesk.yaml'], /copydesk\.yaml/],
    [['render', '--template', 'x.hbs', '--to', 'json'], /JSON has no template/],
  ])('%j', async (args, message) => {
    const result = await copydesk(args, { stdin: note() });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
  });
  test('a file in place of a command', async () => {
    const path = file(folder(), 'a.md', note());
    expect((await copydesk([path])).stderr).toContain(`Run \`copydesk render ${path}\` to render this note.`);
  });
  test('what is raw in an argument or a note is not raw in a message', async () => {
    expect((await copydesk(['render', '--\u001b[31mx'], { stdin: note() })).stderr).not.toContain('\u001b[31m');
    const result = await copydesk(['render', '-'], {
      stdin: note({ front: 'headline: a\nsource: b\n"he\u202eadlin": c' }),
    });
    expect(result.stderr).toContain('\\u{202e}');
    expect(result.stderr).not.toContain('\u202e');
  });
  test('several posts on one standard output are refused; as JSON they are lines', async () => {
    const dir = folder();
    const paths = ['a.md', 'b.md'].map((name) => file(dir, name, note()));
    expect((await copydesk(['render', ...paths])).stderr).toMatch(/--out-dir/);
    const lines = (await copydesk(['render', ...paths, '--to', 'json'])).stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).headline)).toEqual(['Lab Opens', 'Lab Opens']);
  });
  test.skipIf(process.platform === 'win32').each([
    ['note.md/post.html', /a parent of '.*note\.md\/post\.html' is a file, not a folder/],
    ['loop/post.html', /circular symbolic links at '.*loop/],
    ['x'.repeat(300), /name too long: '.*x/],
  ])('a path that cannot be written to is no fault of the program’s', async (name, message) => {
    const dir = folder();
    const path = file(dir, 'note.md', note());
    symlinkSync('loop', join(dir, 'loop'));
    for (const option of ['-o', '--out-dir']) {
      const { code, stdout, stderr } = await copydesk(['render', path, '--to', 'html', option, join(dir, name)]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(message);
    }
  });
  test('a reader who goes away ends it quietly', async () => {
    const dir = folder();
    const paths = ['a.md', 'b.md', 'c.md'].map((name) => file(dir, name, note()));
    const result = await copydesk(['render', ...paths, '--to', 'json'], { closesAfter: 1 });
    expect(result).toMatchObject({ code: 0, stderr: '' });
  });
  test('help and version', async () => {
    expect((await copydesk(['--help'])).stdout).toMatch(/^Examples:/);
    expect((await copydesk(['render', '--help'])).stdout).toMatch(/^Examples:\n {2}copydesk render/);
    expect((await copydesk(['help', 'render'])).stdout).toMatch(/--out-dir/);
    for (const flag of ['--version', '-V']) expect((await copydesk([flag])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
