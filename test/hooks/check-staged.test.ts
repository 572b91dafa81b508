import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleNote } from '../lint/example.ts';
import { Repository, shaped } from './staged-repository.ts';

let clean = '';
let faulty = '';

beforeAll(async () => {
  clean = await shaped(exampleNote({ body: 'A lab opened.\n\nIts director said, "We sleep, and the lab does not."' }));
  faulty = clean.replace('A lab opened.', 'The the lab opened.');
});

function committed(): Repository {
  const repository = new Repository();
  repository.add('n.md', clean);
  repository.commit();
  return repository;
}

/** The rules that find something in each file, from the JSON report. */
function rulesIn(repository: Repository, args: readonly string[] = [], folder = ''): Record<string, string[]> {
  const { stdout } = repository.check(['--report', 'json', ...args], { folder });
  const { files } = JSON.parse(stdout) as { files: { path: string; findings: { rule: string }[] }[] };
  return Object.fromEntries(files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]));
}

describe('check --staged', () => {
  test('checks the staged text, whatever the working file holds', () => {
    const repository = committed();
    repository.add('n.md', faulty);
    repository.write('n.md', clean);
    const { code, stdout, stderr } = repository.check(['--fail-on', 'warning']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^n\.md:8:1: warning: repeated word 'the' \[repeated-word\]$/m);
    expect(stderr).toContain('1 note checked: 1 warning');
    expect([repository.read('n.md'), repository.blob('n.md')]).toEqual([clean, faulty]);
    repository.add('n.md', clean);
    repository.write('other.md', clean);
    repository.git('add', 'other.md');
    repository.write('other.md', faulty);
    expect(rulesIn(repository)).toEqual({ 'other.md': [] });
  });

  test('checks only what is staged', () => {
    const repository = committed();
    repository.write('n.md', faulty);
    repository.write('untracked.md', faulty);
    repository.add('new.md', clean);
    expect(rulesIn(repository)).toEqual({ 'new.md': [] });
  });

  test('checks notes whose working files are missing, a folder or a dangling link', () => {
    const repository = committed();
    for (const name of ['gone.md', 'folder.md', 'link.md']) repository.add(name, faulty);
    for (const name of ['gone.md', 'folder.md', 'link.md']) rmSync(join(repository.top, name));
    repository.write('folder.md/x.txt', '');
    symlinkSync('nowhere', join(repository.top, 'link.md'));
    expect(rulesIn(repository)).toEqual({
      'folder.md': ['repeated-word'],
      'gone.md': ['repeated-word'],
      'link.md': ['repeated-word'],
    });
  });

  test('from a subfolder: all of the repository, with paths from there', () => {
    const repository = committed();
    repository.add('a/n.md', faulty);
    repository.add('b/n.md', clean);
    const rules = rulesIn(repository, [], 'a');
    expect(rules['n.md']).toEqual(['repeated-word']);
    expect(rules[join(repository.top, 'b/n.md')]).toEqual([]);
  });

  test('a renamed note by its new name, and no deleted one', () => {
    const repository = committed();
    repository.add('old.md', faulty);
    repository.add('away.md', faulty);
    repository.commit();
    renameSync(join(repository.top, 'old.md'), join(repository.top, 'new name.md'));
    repository.git('rm', '-q', 'away.md');
    repository.git('add', '--all');
    expect(rulesIn(repository)).toEqual({ 'new name.md': ['repeated-word'] });
  });

  test('a YAML note, and what `notes:` names, but nothing ignored or excluded', () => {
    const repository = committed();
    repository.write('copydesk.yaml', 'notes: ["**/*.txt", "**/*.yaml"]\nexclude: [archive]\n');
    repository.write('.copydeskignore', 'old/\n');
    for (const name of ['a.txt', 'archive/a.txt', 'old/a.txt', 'plain.md']) repository.add(name, faulty);
    repository.add('b.yaml', 'headline: Lab Opens\nsource: The Lab\nbody: The the lab opened.\n');
    const rules = rulesIn(repository);
    expect(Object.keys(rules)).toEqual(['a.txt', 'b.yaml']);
    expect(rules['a.txt']).toEqual(['repeated-word']);
    expect(rules['b.yaml']).toContain('repeated-word');
  });

  test('more notes than git reads in one go, in the order of the index', () => {
    const repository = committed();
    const names = Array.from({ length: 300 }, (_, at) => `n${String(at).padStart(3, '0')}.md`);
    for (const [at, name] of names.entries())
      repository.write(name, at === 299 ? faulty : `${clean}\n<!-- ${at} -->\n`);
    repository.git('add', '--all');
    const rules = rulesIn(repository, ['--rule', 'repeated-word']);
    expect(Object.keys(rules)).toEqual(names);
    expect(Object.values(rules).flat()).toEqual(['repeated-word']);
    expect(rules['n299.md']).toEqual(['repeated-word']);
  });

  test('CRLF and a byte order mark of a blob, and bytes that are not UTF-8', () => {
    const repository = committed();
    repository.git('config', 'core.autocrlf', 'false');
    repository.add('crlf.md', `\ufeff${faulty.replaceAll('\n', '\r\n')}`);
    expect(rulesIn(repository)).toEqual({ 'crlf.md': ['repeated-word'] });
    repository.add('latin.md', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xe9]));
    const { code, stdout } = repository.check();
    expect(code).toBe(2);
    expect(stdout).toContain('latin.md:2:1: error: invalid UTF-8 byte 0xE9');
  });

  test('nothing staged', () => {
    const repository = committed();
    expect(repository.check()).toEqual({ code: 4, stdout: '', stderr: 'no note is staged: run `git add` first\n' });
    expect(repository.check(['--allow-none'])).toEqual({ code: 0, stdout: '', stderr: '' });
    repository.add('picture.png', Buffer.from([0x89]));
    expect(repository.check().code).toBe(4);
  });

  test('an unresolved conflict, and no repository', () => {
    const repository = committed();
    repository.git('checkout', '-q', '-b', 'other');
    repository.add('n.md', faulty);
    repository.commit();
    repository.git('checkout', '-q', 'main');
    repository.add('n.md', clean.replace('A lab', 'One lab'));
    repository.commit();
    expect(repository.tryGit(['merge', '-q', 'other']).code).toBe(1);
    expect(repository.check()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("unresolved merge conflict in 'n.md'"),
    });
    const outside = repository.check([], { environment: { GIT_DIR: join(repository.top, 'none') } });
    expect(outside).toMatchObject({ code: 2, stderr: expect.stringContaining("'--staged' needs a git repository") });
  });

  test.each([
    [['n.md'], "'--staged' takes no files"],
    [['--files-from', 'n.md'], "'--staged' takes no files"],
    [['--since', 'main'], "'--staged' cannot be used with '--since'"],
    [['--fix'], 'Run `copydesk check --fix` on the notes, then `git add`.'],
    [['--diff'], 'Run `copydesk check --diff` on the notes.'],
  ])('refuses %j', (args, said) => {
    const repository = committed();
    repository.add('n.md', faulty);
    const { code, stderr } = repository.check(args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(repository.blob('n.md')).toBe(faulty);
  });
});
