import { chmodSync, linkSync, lstatSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { crlf, messy, Repository, shaped } from './staged-repository.ts';

const MESSY = messy();
const BROKEN = '---\nheadline: A: b\n---\n\nx\n';
const UNSTAGED = '\n## Notes\n\nUnstaged words.\n';
let clean = '';

/** A paragraph, and what stands before and behind it. */
interface Line {
  readonly gap: number;
  readonly word: number;
  readonly blank: boolean;
}

beforeAll(async () => {
  clean = await shaped(MESSY);
});

/** A repository with one commit: `n.md`, in shape. */
function committed(options: readonly string[] = []): Repository {
  const repository = new Repository(options);
  repository.add('n.md', clean);
  repository.commit();
  return repository;
}

describe('a note that is staged', () => {
  test('takes its shape in the index and in the folder, and git sees no difference', () => {
    const repository = committed();
    repository.add('new.md', MESSY);
    expect(repository.staged()).toEqual({ code: 0, stdout: 'new.md\n', stderr: '1 note: 1 formatted\n' });
    expect(repository.blob('new.md')).toBe(clean);
    expect(repository.read('new.md')).toBe(clean);
    expect(repository.git('diff-files', '--name-only')).toBe('');
    expect(repository.staged()).toEqual({ code: 0, stdout: '', stderr: '1 note: 1 unchanged\n' });
  });
  test('one that is not staged stays as it is', () => {
    const repository = committed();
    repository.add('new.md', clean);
    repository.write('n.md', MESSY);
    repository.write('untracked.md', MESSY);
    expect(repository.staged()).toMatchObject({ code: 0, stdout: '' });
    expect([repository.read('n.md'), repository.read('untracked.md')]).toEqual([MESSY, MESSY]);
  });
  test('--exit-nonzero-on-change', () => {
    const repository = committed();
    repository.add('new.md', MESSY);
    expect(repository.staged(['--exit-nonzero-on-change']).code).toBe(1);
    expect(repository.staged(['--exit-nonzero-on-change']).code).toBe(0);
  });
  test.each([['sha1'], ['sha256']])('in the first commit, with %s', (hash) => {
    const repository = new Repository([`--object-format=${hash}`]);
    repository.add('n.md', MESSY);
    expect(repository.staged()).toMatchObject({ code: 0, stdout: 'n.md\n' });
    expect(repository.blob('n.md')).toBe(clean);
  });
  test('a thousand are a matter of a few processes', () => {
    const repository = new Repository();
    for (let n = 0; n < 1000; n++) repository.write(`n${n}.md`, MESSY.replace('A lab', `Lab ${n}`));
    repository.git('add', '.');
    const log = join(repository.top, '.git/log');
    expect(repository.staged([], repository.spiedBy(`echo "$@" >> '${log}'`))).toMatchObject({
      code: 0,
      stderr: '1000 notes: 1000 formatted\n',
    });
    expect(repository.read('.git/log').trim().split('\n').length).toBeLessThan(30);
    expect(repository.git('diff-files', '--name-only')).toBe('');
    expect(repository.blob('n999.md')).toBe(repository.read('n999.md'));
    expect(repository.blob('n999.md')).toBe(clean.replace('A lab', 'Lab 999'));
  });
});

describe('a note that is staged in part', () => {
  test('keeps what is not staged, and what is committed is in shape', () => {
    const repository = committed();
    repository.add('n.md', MESSY.replace('A lab', 'The lab'));
    repository.write('n.md', MESSY.replace('A lab', 'The lab') + UNSTAGED);
    expect(repository.staged()).toMatchObject({ code: 0, stderr: '1 note: 1 formatted\n' });
    expect(repository.blob('n.md')).toBe(clean.replace('A lab', 'The lab'));
    expect(repository.read('n.md')).toMatch(
      /^---\n[\s\S]*The lab opened\.\n\n## Insight[\s\S]*\n## Notes\n\nUnstaged words\.\n$/,
    );
  });
  test('whatever is staged and whatever is not, no word of it is lost', () => {
    const repository = committed();
    // Each line is a paragraph with a word of its own, after some empty lines: too many more often than not.
    const line = fc.record({ gap: fc.integer({ min: 1, max: 3 }), word: fc.nat({ max: 99 }), blank: fc.boolean() });
    const edit = fc.record({ at: fc.nat({ max: 9 }), take: fc.nat({ max: 2 }), put: fc.array(line, { maxLength: 2 }) });
    const cases = fc.sample(fc.tuple(fc.array(line, { maxLength: 9 }), fc.array(edit, { maxLength: 4 })), {
      numRuns: 150,
      seed: 1,
    });
    const text = (lines: readonly Line[]) =>
      MESSY + lines.map(({ gap, word, blank }) => `${'\n'.repeat(gap)}Word ${word}.${blank ? ' ' : ''}\n`).join('');
    const words = (from: string) => from.match(/[\w.]+/g);
    const files = cases.map(([lines, edits], n) => {
      const edited = [...lines];
      for (const { at, take, put } of edits) edited.splice(at, take, ...put);
      return { name: `c${n}.md`, staged: text(lines), working: text(edited) };
    });
    for (const { name, staged } of files) repository.write(name, staged);
    repository.git('add', '.');
    for (const { name, working } of files) repository.write(name, working);
    expect(repository.staged().code).toBe(0);
    for (const { name, staged, working } of files) {
      expect(words(repository.blob(name))).toEqual(words(staged));
      expect(words(repository.read(name))).toEqual(words(working));
    }
    expect(repository.staged(['--check']).code).toBe(0);
  });
  test('where neighbouring edits conflict the file is formatted on its own', async () => {
    const repository = committed();
    const edited = MESSY.replace('It turns.', 'It turns, and turns.');
    repository.add('n.md', MESSY.replace('A lab', 'The lab'));
    repository.write('n.md', edited);
    const { code, stderr } = repository.staged();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^n\.md: .*was formatted separately\n1 note/),
    });
    expect(repository.blob('n.md')).toBe(clean.replace('A lab', 'The lab'));
    expect(repository.read('n.md')).toBe(await shaped(edited));
  });
  test.each([
    ['an item of a list', '1) One.\n\n1) Two.\n', '\n## Insight', '\n1) Three.\n\n## Insight'],
    ['a fence in code', '~~~\na\nb\nc\nd\n~~~\n', 'b\nc', 'b\n```sh\nls\n```\nc'],
  ])('where %s would become another, the file is formatted on its own', async (_, block, from, to) => {
    const repository = committed();
    const staged = clean.replace('\n## Insight', `\n${block}\n## Insight`);
    const working = staged.replace(from, to);
    repository.add('n.md', staged);
    repository.write('n.md', working);
    const { code, stderr } = repository.staged();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^n\.md: .*was formatted separately\n1 note/),
    });
    expect(repository.blob('n.md')).toBe(await shaped(staged));
    expect(repository.read('n.md')).toBe(await shaped(working));
  });
  test('where the file cannot be formatted either it stays, and that is said', () => {
    const repository = committed();
    const half = MESSY.replace('headline: Lab Opens', 'headline: "Lab').replace('It turns.', 'It tu');
    repository.add('n.md', MESSY.replace('A lab', 'The lab'));
    repository.write('n.md', half);
    const { code, stderr } = repository.staged();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^n\.md: .*only the staged version was formatted\n1 note/),
    });
    expect(repository.blob('n.md')).toBe(clean.replace('A lab', 'The lab'));
    expect(repository.read('n.md')).toBe(half);
  });
  test('a file that is in shape already stays', () => {
    const repository = committed();
    repository.add('n.md', MESSY.replace('A lab', 'The lab'));
    repository.write('n.md', clean.replace('A lab', 'The lab'));
    expect(repository.staged()).toMatchObject({ code: 0, stderr: '1 note: 1 formatted\n' });
    expect(repository.read('n.md')).toBe(clean.replace('A lab', 'The lab'));
  });
});

describe('names and folders', () => {
  test.each([
    'Überschrift 标题.md',
    'a b.md',
    ' blank.md',
    '-n.md',
    '"quoted" \\n.md',
    "it's.md",
    'two\nlines.md',
    '*.md',
    ':(top)x.md',
    'tab\there.MARKDOWN',
  ])('%j', (name) => {
    const repository = committed();
    repository.add(name, MESSY);
    repository.write(name, MESSY + UNSTAGED);
    repository.add(`whole${name}`, MESSY);
    expect(repository.staged()).toMatchObject({ code: 0, stderr: '2 notes: 2 formatted\n' });
    expect(repository.blob(name)).toBe(clean);
    expect(repository.blob(`whole${name}`)).toBe(clean);
    expect(repository.read(`whole${name}`)).toBe(clean);
    expect(repository.read(name)).toContain('Unstaged words.');
  });
  test('a name that is not UTF-8 is refused, and the others go on', () => {
    const repository = committed();
    const oid = repository.git('hash-object', '-w', 'n.md').trim();
    repository.add('new.md', MESSY);
    repository.git('config', 'core.quotePath', 'true');
    const line = Buffer.concat([Buffer.from(`100644 ${oid} 0\tcaf`), Buffer.from([0xe9]), Buffer.from('.md\0')]);
    repository.stdin(line, 'update-index', '-z', '--index-info');
    const { code, stdout, stderr } = repository.staged();
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'new.md\n' });
    expect(stderr).toMatch(/^error: file name 'caf.*\.md' is not UTF-8\n {2}Rename it/);
  });
  test('from a folder below the top, also files above it', () => {
    const repository = committed();
    repository.add('sub/a.md', MESSY);
    repository.add('b.md', MESSY);
    repository.git('config', 'diff.relative', 'true');
    expect(repository.staged(['--check'], { folder: 'sub' }).stdout).toBe(`${repository.top}/b.md\na.md\n`);
    expect(repository.staged([], { folder: 'sub' })).toMatchObject({ code: 0, stderr: '2 notes: 2 formatted\n' });
    for (const name of ['sub/a.md', 'b.md'])
      expect([repository.blob(name), repository.read(name)]).toEqual([clean, clean]);
  });
  test('GIT_DIR and GIT_WORK_TREE relative to a folder below the top', () => {
    const repository = committed();
    repository.add('sub/a.md', MESSY);
    const environment = { GIT_DIR: '../.git', GIT_WORK_TREE: '..' };
    expect(repository.staged([], { folder: 'sub', environment })).toMatchObject({ code: 0, stdout: 'a.md\n' });
    expect([repository.blob('sub/a.md'), repository.read('sub/a.md')]).toEqual([clean, clean]);
  });
  test('a file that was renamed, and one that is executable', () => {
    const repository = committed();
    repository.git('mv', 'n.md', 'm.md');
    repository.write('m.md', `${clean}\n\n`);
    chmodSync(join(repository.top, 'm.md'), 0o755);
    repository.git('add', 'm.md');
    expect(repository.staged()).toMatchObject({ code: 0, stdout: 'm.md\n' });
    expect(repository.git('ls-files', '--stage')).toMatch(/^100755 \w+ 0\tm\.md\n$/);
    expect(statSync(join(repository.top, 'm.md')).mode & 0o777).toBe(0o755);
    expect(repository.status()).toMatch(/^R {2}n\.md -> m\.md\n$/);
  });
});

describe('what git does to working files', () => {
  test.each([
    ['core.autocrlf=true', 'true', ''],
    ['eol=crlf', 'false', '*.md text eol=crlf\n'],
  ])('%s: the blob has LF, the file CRLF, staged whole or in part', (_, autocrlf, attributes) => {
    const repository = new Repository();
    repository.git('config', 'core.autocrlf', autocrlf);
    repository.write('.gitattributes', attributes);
    repository.add('whole.md', crlf(MESSY));
    repository.add('part.md', crlf(MESSY));
    repository.write('part.md', crlf(MESSY + UNSTAGED));
    expect(repository.staged()).toMatchObject({ code: 0, stderr: '2 notes: 2 formatted\n' });
    expect([repository.blob('whole.md'), repository.blob('part.md')]).toEqual([clean, clean]);
    expect(repository.read('whole.md')).toBe(crlf(clean));
    expect(repository.read('part.md')).toMatch(/Unstaged words\.\r\n$/);
    expect(repository.read('part.md')).not.toMatch(/[^\r]\n/);
    expect(repository.git('diff-files', '--name-only')).toBe('part.md\n');
  });
  test.each([
    ['true', 'LF', MESSY],
    ['input', 'CRLF', crlf(MESSY)],
    ['input', 'LF', MESSY],
  ])('core.autocrlf=%s: a file with %s keeps it', (autocrlf, _, text) => {
    const repository = new Repository();
    repository.git('config', 'core.autocrlf', autocrlf);
    repository.add('n.md', text);
    expect(repository.staged()).toMatchObject({ code: 0, stderr: '1 note: 1 formatted\n' });
    expect(repository.blob('n.md')).toBe(clean);
    expect(repository.read('n.md')).toBe(text === MESSY ? clean : crlf(clean));
    expect(repository.git('diff', '--name-only')).toBe('');
  });
  test('a blob with CRLF keeps it', () => {
    const repository = new Repository();
    repository.add('n.md', crlf(MESSY));
    expect(repository.staged().code).toBe(0);
    expect([repository.blob('n.md'), repository.read('n.md')]).toEqual([crlf(clean), crlf(clean)]);
  });
  test('end_of_line: crlf does not put into the index what git takes out of it', () => {
    const repository = new Repository();
    repository.write('copydesk.yaml', 'end_of_line: crlf\n');
    repository.git('config', 'core.autocrlf', 'true');
    repository.add('clean.md', crlf(clean));
    repository.add('n.md', crlf(MESSY));
    expect(repository.staged()).toMatchObject({ code: 0, stderr: '2 notes: 1 formatted, 1 unchanged\n' });
    expect([repository.blob('n.md'), repository.blob('clean.md')]).toEqual([clean, clean]);
    expect(repository.read('n.md')).toBe(crlf(clean));
  });
  test('an encoding: the file stays UTF-16; staged in part it is left, and that is said', () => {
    const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    const repository = new Repository();
    repository.add('.gitattributes', '*.md text working-tree-encoding=UTF-16LE-BOM eol=lf\n');
    repository.add('whole.md', utf16(MESSY));
    repository.add('part.md', utf16(MESSY));
    repository.write('part.md', utf16(MESSY + UNSTAGED));
    const { code, stderr } = repository.staged();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^part\.md: .*only the staged version was formatted\n2 notes/),
    });
    expect([repository.blob('whole.md'), repository.blob('part.md')]).toEqual([clean, clean]);
    expect(repository.bytes('whole.md')).toEqual(utf16(clean));
    expect(repository.bytes('part.md')).toEqual(utf16(MESSY + UNSTAGED));
  });
  test('a filter of the writer’s, and one that fails', () => {
    const repository = new Repository();
    repository.git('config', 'filter.loud.smudge', 'sed s/lab/LAB/');
    repository.git('config', 'filter.loud.clean', 'sed s/LAB/lab/');
    repository.git('config', 'filter.gone.clean', 'cat');
    repository.git('config', 'filter.gone.smudge', 'false');
    repository.git('config', 'filter.gone.required', 'true');
    repository.add('.gitattributes', 'loud.md filter=loud\ngone.md filter=gone\n');
    repository.add('gone.md', MESSY);
    repository.add('loud.md', MESSY.replace('A lab', 'A LAB'));
    const { code, stdout, stderr } = repository.staged();
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'loud.md\n' });
    expect(stderr).toMatch(/^error: gone\.md: git cat-file failed: .*\n[\s\S]*2 notes: 1 formatted, 1 failed\n$/);
    expect([repository.blob('loud.md'), repository.read('loud.md')]).toEqual([clean, clean.replace('A lab', 'A LAB')]);
    expect([repository.blob('gone.md'), repository.read('gone.md')]).toEqual([MESSY, MESSY]);
  });
  test('a pointer to a large file is no note', () => {
    const repository = committed();
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n\n\n\n';
    repository.add('large.md', pointer);
    expect(repository.staged()).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/^no notes found in 1 file: /),
    });
    expect([repository.blob('large.md'), repository.read('large.md')]).toEqual([pointer, pointer]);
  });
});

describe('a working file that is not there, or is another thing', () => {
  test('deleted: it stays deleted, the blob is formatted', () => {
    const repository = committed();
    rmSync(repository.add('new.md', MESSY));
    expect(repository.staged()).toMatchObject({ code: 0, stdout: 'new.md\n' });
    expect([repository.blob('new.md'), repository.has('new.md')]).toEqual([clean, false]);
  });
  test('not checked out: it stays absent, and git knows so still', () => {
    const repository = committed();
    rmSync(repository.add('sub/new.md', MESSY));
    repository.git('update-index', '--skip-worktree', 'sub/new.md');
    expect(repository.staged()).toMatchObject({ code: 0, stdout: 'sub/new.md\n' });
    expect([repository.blob('sub/new.md'), repository.has('sub/new.md')]).toEqual([clean, false]);
    expect(repository.git('ls-files', '-v', 'sub')).toBe('S sub/new.md\n');
    expect(repository.status()).toBe('A  sub/new.md\n');
  });
  test.each([[[]], [['--sparse-index']]])('in a sparse checkout, with %j', (options) => {
    const repository = committed();
    for (const name of ['in/a.md', 'out/b.md', 'out/deep/c.md']) repository.add(name, clean);
    repository.commit();
    for (const name of ['in/a.md', 'out/b.md']) repository.add(name, MESSY.replace('A lab', 'The lab'));
    repository.git('sparse-checkout', 'init', '--cone', ...options);
    repository.git('sparse-checkout', 'set', 'in');
    expect(repository.has('out')).toBe(false);
    expect(repository.staged()).toMatchObject({ code: 0, stdout: 'in/a.md\nout/b.md\n' });
    for (const name of ['in/a.md', 'out/b.md']) expect(repository.blob(name)).toBe(clean.replace('A lab', 'The lab'));
    expect(repository.git('ls-files', '-t')).toBe('H in/a.md\nH n.md\nS out/b.md\nS out/deep/c.md\n');
    expect([repository.has('out'), repository.status()]).toEqual([false, 'M  in/a.md\nM  out/b.md\n']);
  });
  test('assumed unchanged: it stays so', () => {
    const repository = committed();
    repository.add('new.md', MESSY);
    repository.git('update-index', '--assume-unchanged', 'new.md');
    expect(repository.staged().code).toBe(0);
    expect(repository.git('ls-files', '-v', 'new.md')).toBe('h new.md\n');
    expect([repository.blob('new.md'), repository.read('new.md')]).toEqual([clean, clean]);
  });
  test('only intended to be added: nothing of it is staged', () => {
    const repository = committed();
    repository.write('new.md', MESSY);
    repository.git('add', '--intent-to-add', 'new.md');
    repository.add('other.md', MESSY);
    expect(repository.staged()).toMatchObject({ code: 0, stdout: 'other.md\n' });
    expect([repository.status(), repository.read('new.md')]).toEqual([' A new.md\nA  other.md\n', MESSY]);
  });
  test('a staged link or submodule is no note; deletions are none either', () => {
    const repository = committed();
    symlinkSync('n.md', join(repository.top, 'link.md'));
    repository.git('add', 'link.md');
    repository.git('rm', '-q', '--cached', 'n.md');
    const head = repository.git('rev-parse', 'HEAD').trim();
    repository.git('update-index', '--add', '--cacheinfo', `160000,${head},module.md`);
    expect(repository.staged()).toEqual({ code: 4, stdout: '', stderr: 'no note is staged: run `git add` first\n' });
    expect(repository.git('ls-files', '--stage')).toMatch(/^120000 .*\tlink\.md\n160000 .*\tmodule\.md\n$/);
  });
  test('a link in place of the file, or of a folder above it, is left alone', () => {
    const repository = committed();
    const other = repository.write('other.md', MESSY);
    rmSync(repository.add('a.md', MESSY));
    symlinkSync('other.md', join(repository.top, 'a.md'));
    repository.add('sub/b.md', MESSY);
    renameSync(join(repository.top, 'sub'), join(repository.top, 'moved'));
    symlinkSync('moved', join(repository.top, 'sub'));
    repository.write('.copydeskignore', 'other.md\nmoved\n');
    expect(repository.staged()).toMatchObject({ code: 0, stdout: 'a.md\nsub/b.md\n' });
    expect([repository.blob('a.md'), repository.blob('sub/b.md')]).toEqual([clean, clean]);
    expect(lstatSync(join(repository.top, 'a.md')).isSymbolicLink()).toBe(true);
    expect([repository.read(other.slice(repository.top.length)), repository.read('moved/b.md')]).toEqual([
      MESSY,
      MESSY,
    ]);
  });
  test('a hard link is refused: index and file stay, the others go on', () => {
    const repository = committed();
    const path = repository.add('hard.md', MESSY);
    linkSync(path, join(repository.top, '.git/second'));
    repository.add('new.md', MESSY);
    const { code, stdout, stderr } = repository.staged();
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'new.md\n' });
    expect(stderr).toMatch(/^error: 'hard\.md' has 2 hard links\n/);
    expect([repository.blob('hard.md'), repository.read('hard.md')]).toEqual([MESSY, MESSY]);
    expect(repository.blob('new.md')).toBe(clean);
  });
});

describe('what is no note, or cannot be read', () => {
  test('a note with a fault is reported, the others go on', () => {
    const repository = committed();
    repository.add('bad.md', BROKEN);
    repository.add('latin.md', Buffer.concat([Buffer.from(MESSY), Buffer.from([0xe9])]));
    repository.add('new.md', MESSY);
    const { code, stdout, stderr } = repository.staged();
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'new.md\n' });
    expect(stderr).toMatch(/^bad\.md:2:\d+: error: /);
    expect(stderr).toMatch(/latin\.md:\d+:1: error: [\s\S]*3 notes: 1 formatted, 2 failed\n$/);
    expect([repository.blob('bad.md'), repository.read('bad.md')]).toEqual([BROKEN, BROKEN]);
    expect(repository.blob('new.md')).toBe(clean);
  });
  test('formats what `notes:` names, and nothing that `exclude:` names', () => {
    const repository = new Repository();
    repository.add('copydesk.yaml', 'notes: ["stories/**"]\nexclude: [archive]\n');
    for (const name of ['a.txt', 'stories/a.txt', 'archive/a.md', 'a.markdown']) repository.add(name, MESSY);
    const readme = '# Read me\n\n\n\nText.\n';
    repository.add('README.md', readme);
    expect(repository.staged()).toEqual({
      code: 0,
      stdout: 'stories/a.txt\n',
      stderr: '1 note: 1 formatted; 2 files skipped (not notes); 1 file ignored\n',
    });
    expect([repository.blob('a.txt'), repository.blob('archive/a.md'), repository.blob('README.md')]).toEqual([
      MESSY,
      MESSY,
      readme,
    ]);
  });
  test('nothing is staged: 4, and 0 with --allow-none', () => {
    const repository = committed();
    expect(repository.staged()).toEqual({ code: 4, stdout: '', stderr: 'no note is staged: run `git add` first\n' });
    expect(repository.staged(['--allow-none'])).toEqual({ code: 0, stdout: '', stderr: '' });
    repository.add('a.png', 'x');
    expect(repository.staged().code).toBe(4);
    expect(repository.staged(['--allow-none'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('only looking', () => {
  test('--check lists what is staged out of shape, --diff is a patch for the index; both exit 1 and write nothing', () => {
    const repository = committed();
    repository.add('sub/new.md', MESSY);
    repository.add('good.md', clean);
    repository.write('sub/new.md', MESSY + UNSTAGED);
    repository.write('good.md', MESSY);
    const stderr = '2 notes checked: 1 not formatted, 1 already formatted\n';
    expect(repository.staged(['--check'])).toEqual({ code: 1, stdout: 'sub/new.md\n', stderr });
    const diff = repository.staged(['--diff']);
    expect(diff).toMatchObject({ code: 1, stderr });
    expect(repository.staged(['--diff'], { folder: 'sub' })).toEqual(diff);
    const elsewhere = { GIT_DIR: join(repository.top, '.git'), GIT_WORK_TREE: repository.top };
    expect(repository.staged(['--diff'], { folder: '..', environment: elsewhere })).toEqual(diff);
    expect([repository.blob('sub/new.md'), repository.read('sub/new.md')]).toEqual([MESSY, MESSY + UNSTAGED]);
    repository.stdin(diff.stdout, 'apply', '--cached');
    expect(repository.blob('sub/new.md')).toBe(clean);
    expect(repository.staged(['--check'])).toMatchObject({ code: 0, stdout: '' });
  });
});
