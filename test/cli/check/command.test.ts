import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, linkSync, readFileSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleNote } from '../../lint/example.ts';
import { copydesk, file, folder } from '../program.ts';
import { faulty, sound } from './notes.ts';

const read = (path: string) => readFileSync(path, 'utf8');

describe('exit codes', () => {
  test.each([
    ['nothing to find', () => sound(), [], 0],
    ['warnings', () => faulty(), [], 0],
    ['warnings, asked for', () => faulty(), ['--fail-on', 'warning'], 1],
    ['an error', () => exampleNote({ front: { source: null } }), [], 1],
    ['what cannot be read', () => '---\nheadline: a: b\n---\n', [], 2],
    ['no UTF-8', () => new Uint8Array([0xff, 0xfe, 0x41]), [], 2],
  ])('%s', async (_, text, more, code) => {
    expect((await copydesk(['check', '-', ...more], { stdin: await text() })).code).toBe(code);
  });

  test('over many the worst wins, and every file is visited', async () => {
    const root = folder();
    file(root, 'a.md', exampleNote({ front: { source: null } }));
    file(root, 'b.md', '---\nheadline: a: b\n---\n');
    file(root, 'c.md', await sound());
    const { code, stderr } = await copydesk(['check', root, join(root, 'gone.md')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/4 notes checked: 2 errors/);
  });

  test('nothing that is a note', async () => {
    const root = folder();
    file(root, 'README.md', '# Read me\n');
    expect((await copydesk(['check', root])).code).toBe(4);
    expect((await copydesk(['check', root, '--allow-none'])).code).toBe(0);
    expect((await copydesk(['check', join(root, 'README.md'), '--any-file'])).code).toBe(1);
  });

  test.each([
    [['--rule', 'repeated-wrod'], /unknown rule 'repeated-wrod'[\s\S]*repeated-word/],
    [['--report', 'jsn'], /unknown report format 'jsn'[\s\S]*json/],
    [['--fail-on', 'eror'], /error/],
    [['--fix', '--diff'], /'--fix' cannot be used with '--diff'/],
    [['--unsafe-fixes'], /'--unsafe-fixes' needs '--fix' or '--diff'\n {2}Add --fix or --diff\./],
    [['--since', 'main', '-'], /'--since' cannot be used with '-'/],
  ])('usage: %j', async (args, said) => {
    const root = folder();
    const path = file(root, 'a.md', await faulty());
    const before = read(path);
    const { code, stderr } = await copydesk(['check', path, ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
    expect(read(path)).toBe(before);
  });
});

test('what holds a story back is overruled by render, whose --force is another', async () => {
  const { stdout } = await copydesk(['check', '-'], { stdin: exampleNote({ front: { status: 'withdrawn' } }) });
  expect(stdout).toMatch(/^ *Change the status, or run `copydesk render --force` to render it anyway\.$/m);
});

test('a folder: structured notes are checked, what is ignored is not', async () => {
  const root = folder();
  file(
    root,
    'a.json',
    JSON.stringify({
      headline: 'Lab Opens',
      source: 'The Lab',
      body: ['The lab lab opened.'],
      insight: ['I.'],
      laws: ['Not this, but that.'],
    }),
  );
  file(root, 'data.json', '{"a": 1}');
  file(root, 'old/a.md', await faulty());
  file(root, 'copydesk.yaml', 'exclude: [old]\n');
  const { stdout } = await copydesk(['check', root, '--report', 'json']);
  const { files } = JSON.parse(stdout);
  expect(files.map(({ path }: { path: string }) => path.slice(root.length))).toEqual(['/a.json']);
  expect(files[0].findings.map(({ rule }: { rule: string }) => rule)).toContain('repeated-word');
  const named = await copydesk(['check', join(root, 'old/a.md'), '--report', 'json']);
  expect(JSON.parse(named.stdout).files).toEqual([]);
});

test('of what is not there, only that is said', async () => {
  const { code, stderr } = await copydesk(['check', join(folder(), 'gone.md')]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/no such file[\s\S]*\n1 note checked: 1 failed\n$/);
});

describe('--fix', () => {
  test('puts right what is safe, in place, formats, and says what is left', async () => {
    const root = folder();
    const path = file(root, 'a.md', `${await faulty()}\n\n`);
    const { code, stdout, stderr } = await copydesk(['check', '--fix', path]);
    expect(code).toBe(0);
    expect(read(path)).toBe((await faulty()).replace('‘night’', "'night'"));
    expect(stdout).toContain('[repeated-word]');
    expect(stdout).not.toContain('[quote-marks]');
    expect(stderr).toContain('1 note checked: 1 fixed, 1 warning');
    const once = read(path);
    await copydesk(['check', '--fix', path]);
    expect(read(path)).toBe(once);
  });

  test('with --unsafe-fixes also what somebody has to look at', async () => {
    const path = file(folder(), 'a.md', await faulty());
    await copydesk(['check', '--fix', '--unsafe-fixes', path]);
    expect(read(path)).toContain("The lab opened a 'night' shift.");
  });

  test('standard input is printed, and what is left goes to stderr', async () => {
    const { code, stdout, stderr } = await copydesk(['check', '--fix', '-'], { stdin: await faulty() });
    expect(code).toBe(0);
    expect(stdout).toBe((await faulty()).replace('‘night’', "'night'"));
    expect(stderr).toContain('[repeated-word]');
  });

  test('what cannot be read stays as it is, and goes through', async () => {
    const broken = '---\nheadline: a: b\n---\n\n‘a’\n';
    const { code, stdout } = await copydesk(['check', '--fix', '-'], { stdin: broken });
    expect([code, stdout]).toEqual([2, broken]);
  });

  test('a hard link is refused, untouched', async () => {
    const root = folder();
    const path = file(root, 'a.md', await faulty());
    linkSync(path, join(root, 'b.txt'));
    const before = read(path);
    expect((await copydesk(['check', '--fix', path])).code).toBe(2);
    expect(read(path)).toBe(before);
  });
});

test('--diff prints what --fix would do, and writes nothing', async () => {
  const path = file(folder(), 'a.md', await faulty());
  const before = read(path);
  const { code, stdout } = await copydesk(['check', '--diff', path]);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^diff --git [\s\S]*-The lab lab opened a ‘night’ shift\.\n\+The lab lab opened a 'night' shift\.\n/,
  );
  expect(read(path)).toBe(before);
  expect((await copydesk(['check', '--diff', file(folder(), 'b.md', await sound())])).code).toBe(0);
});

test('--rule: only these', async () => {
  const { stdout } = await copydesk(['check', '-', '--rule', 'repeated-word', '--report', 'jsonl'], {
    stdin: await faulty(),
  });
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).rule),
  ).toEqual(['repeated-word']);
});

test('--stdin-filepath names it, and an ignored one is not looked at', async () => {
  const root = folder();
  file(root, '.copydeskignore', 'old/\n');
  const at = (path: string, more: string[] = []) =>
    copydesk(['check', '-', '--stdin-filepath', join(root, path), '--report', 'json', ...more], { stdin: faultyText });
  const faultyText = await faulty();
  expect(JSON.parse((await at('new/a.md')).stdout).files[0].path).toBe(join(root, 'new/a.md'));
  expect(JSON.parse((await at('old/a.md')).stdout).files).toEqual([]);
  expect((await at('old/a.md', ['--fix'])).stdout).toContain(faultyText);
});

test('an ignored text of an editor is no fault, and an empty list is said', async () => {
  const root = folder();
  file(root, '.copydeskignore', 'old/\n');
  const ignored = await copydesk(['check', '--stdin-filepath', join(root, 'old/a.md')], { stdin: await faulty() });
  expect(ignored).toEqual({ code: 0, stdout: '', stderr: '' });
  const list = file(root, 'list', '\n');
  const none = await copydesk(['check', '--files-from', list]);
  expect(none).toEqual({ code: 4, stdout: '', stderr: `no notes found: '${list}' lists no files\n` });
});

test('a wrong configuration of one folder is told before a note of another is put right', async () => {
  const root = folder();
  const path = file(root, 'a/a.md', await faulty());
  file(root, 'b/b.md', await faulty());
  file(root, 'b/copydesk.yaml', 'hosue: abab\n');
  const before = read(path);
  const { code, stdout, stderr } = await copydesk(['check', '--fix', root]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/b\/copydesk\.yaml:1:1: error: unknown key 'hosue' in the configuration/);
  expect(read(path)).toBe(before);
});

describe('where nobody reads on', () => {
  const faults = async () => {
    const root = folder();
    for (const name of ['a.md', 'b.md', 'c.md']) file(root, name, await faulty());
    return root;
  };
  test.each([0, 1])('what was found keeps its exit code, after %i writes', async (closesAfter) => {
    const found = ['check', await faults(), '--fail-on', 'warning'];
    const result = await copydesk([...found, '--report', 'jsonl'], { closesAfter });
    expect(result).toMatchObject({ code: 1, stderr: '' });
    expect(await copydesk([...found, '--diff'], { closesAfter })).toMatchObject({ code: 1, stderr: '' });
  });
  test('files are written all the same', async () => {
    const root = await faults();
    const baseline = join(root, 'known.json');
    const args = ['check', '--fix', root, '--baseline', baseline, '--report', 'junit'];
    const { code, stderr } = await copydesk(args, { closesAfter: 1 });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^3 notes checked: 3 fixed/m);
    expect(read(join(root, 'c.md'))).not.toBe(await faulty());
    expect(existsSync(baseline)).toBe(true);
  });
});

test('a note that is named twice is told once', async () => {
  const root = folder();
  const path = file(root, 'a.md', await faulty());
  const { stdout } = await copydesk(['check', path, join(root, '.', 'a.md'), root, '--report', 'json']);
  expect(JSON.parse(stdout).files).toHaveLength(1);
});

describe('--baseline', () => {
  async function archive() {
    const root = folder();
    const path = file(root, 'notes/a.md', await faulty());
    return { root, path, baseline: join(root, 'known.json') };
  }

  test('begun where it is missing, it passes over what it knows and tells what is new', async () => {
    const { path, baseline } = await archive();
    const check = (more: string[] = []) =>
      copydesk(['check', path, '--baseline', baseline, '--fail-on', 'warning', ...more]);
    const first = await check();
    expect([first.code, first.stdout]).toEqual([0, '']);
    expect(first.stderr).toContain('with 2 findings');
    expect((await check()).code).toBe(0);
    file('', path, read(path).replace('The lab lab', 'The door door is new. The lab lab'));
    const later = await check(['--report', 'jsonl', '--rule', 'repeated-word']);
    expect(later.code).toBe(1);
    expect(
      later.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).message),
    ).toContain("repeated word 'door'");
  });

  test('it shrinks, and never grows', async () => {
    const { path, baseline } = await archive();
    const check = () => copydesk(['check', path, '--baseline', baseline]);
    await check();
    const whole = read(baseline);
    const text = read(path);
    file('', path, text.replace('lab lab', 'lab'));
    await check();
    const small = read(baseline);
    expect(small.length).toBeLessThan(whole.length);
    file('', path, text);
    expect((await check()).stdout).toContain('[repeated-word]');
    expect(read(baseline)).toBe(small);
  });

  test('it forgets what is deleted, but not what cannot be entered', async () => {
    const { root, baseline } = await archive();
    const other = file(root, 'b/c/d.md', await faulty());
    const check = () => copydesk(['check', root, '--baseline', baseline]);
    await check();
    const whole = read(baseline);
    chmodSync(join(root, 'b'), 0);
    await check();
    expect(read(baseline)).toBe(whole);
    chmodSync(join(root, 'b'), 0o755);
    // Permissions do not stop root, but a circle of links does.
    renameSync(join(root, 'b'), join(root, '.b'));
    symlinkSync('b', join(root, 'b'));
    await check();
    expect(read(baseline)).toBe(whole);
    unlinkSync(join(root, 'b'));
    renameSync(join(root, '.b'), join(root, 'b'));
    unlinkSync(other);
    await check();
    expect(Object.keys(JSON.parse(read(baseline)).findings)).toEqual(['notes/a.md']);
  });

  test('it keeps what a sparse checkout leaves out', async () => {
    const { root, baseline } = await archive();
    file(root, 'b/c/d.md', await faulty());
    const deleted = file(root, 'b/e.md', await faulty());
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], { cwd: root });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Add notes');
    const home = process.cwd();
    process.chdir(root);
    try {
      const check = () => copydesk(['check', '.', '--baseline', baseline], { environment: process.env });
      await check();
      const whole = read(baseline);
      git('sparse-checkout', 'set', '--no-cone', '/*', '!/b/c/');
      await check();
      expect(existsSync(join(root, 'b/c'))).toBe(false);
      expect(read(baseline)).toBe(whole);
      unlinkSync(deleted);
      await check();
      expect(Object.keys(JSON.parse(read(baseline)).findings)).toEqual(['b/c/d.md', 'notes/a.md']);
    } finally {
      process.chdir(home);
    }
  });

  test('what cannot be read, and what an editor hands over, take nothing from it', async () => {
    const { path, baseline } = await archive();
    await copydesk(['check', path, '--baseline', baseline]);
    const before = read(baseline);
    const text = read(path);
    file('', path, new Uint8Array([0xff, 10]));
    expect((await copydesk(['check', path, '--baseline', baseline])).code).toBe(2);
    expect(read(baseline)).toBe(before);
    file('', path, text);
    const typed = ['check', '--stdin-filepath', path, '--baseline', baseline];
    expect((await copydesk(typed, { stdin: text })).stdout).toBe('');
    expect((await copydesk(typed, { stdin: await sound() })).code).toBe(0);
    expect(read(baseline)).toBe(before);
  });

  test('standard input begins none, and without a name is nothing that it knows', async () => {
    const { root, path, baseline } = await archive();
    const stdin = await faulty();
    const typed = ['check', '-', '--baseline', baseline];
    const named = await copydesk([...typed, '--stdin-filepath', path], { stdin });
    expect([named.code, named.stdout]).toEqual([2, '']);
    expect(named.stderr).toContain("no such baseline '");
    expect(existsSync(baseline)).toBe(false);
    await copydesk(['check', root, '--baseline', baseline]);
    const nameless = await copydesk(typed, { stdin });
    expect([nameless.code, nameless.stdout]).toEqual([2, '']);
    expect(nameless.stderr).toContain("'--baseline' needs files, but the note comes from stdin");
  });

  test('where only some rules are asked, the others stay known', async () => {
    const { path, baseline } = await archive();
    await copydesk(['check', path, '--baseline', baseline]);
    const before = read(baseline);
    await copydesk(['check', path, '--baseline', baseline, '--rule', 'quote-marks']);
    expect(read(baseline)).toBe(before);
  });

  test.each([
    ['{"version": 2, "findings": {}}', /known\.json:1:2: error: baseline of version 2/],
    ['{"version": 1,', /known\.json:1:14?.*error: unexpected end of JSON/],
    ['[]', /known\.json:1:1: error: not a baseline/],
    ['{"version": 1, "findings": {"a.md": 3}}', /known\.json:1:\d+: error: not a baseline/],
  ])('another version or a damaged one is refused before any note: %s', async (text, said) => {
    const { root, path, baseline } = await archive();
    file(root, 'known.json', text);
    const before = read(path);
    const { code, stderr } = await copydesk(['check', '--fix', path, '--baseline', baseline]);
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
    expect(read(path)).toBe(before);
    expect(read(baseline)).toBe(text);
  });
});

describe('--since', () => {
  const git = (root: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: root, stdio: 'pipe' });
  const inside = async (root: string, args: string[]) => {
    const before = process.cwd();
    process.chdir(root);
    try {
      return await copydesk(args, { environment: { PATH: process.env.PATH ?? '' } });
    } finally {
      process.chdir(before);
    }
  };

  test('only what has changed: committed, staged, changed, new', async () => {
    const root = folder();
    git(root, 'init', '-q', '-b', 'main');
    for (const name of ['old', 'committed', 'staged', 'changed']) file(root, `${name}.md`, await faulty());
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'first');
    git(root, 'tag', 'then');
    const change = async (name: string) => file(root, `${name}.md`, `${await faulty()}<!-- changed -->\n`);
    await change('committed');
    git(root, 'commit', '-qam', 'second');
    await change('staged');
    git(root, 'add', '.');
    await change('changed');
    file(root, 'sub/a new one.md', await faulty());
    const { stdout } = await inside(root, ['check', '--since', 'then', '--report', 'json']);
    expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual([
      'changed.md',
      'committed.md',
      'staged.md',
      'sub/a new one.md',
    ]);
    file(root, 'README.md', '# Read me\n');
    const none = await inside(root, ['check', 'old.md', 'README.md', '--since', 'then']);
    expect([none.code, none.stderr]).toEqual([0, "no notes have changed since 'then'\n"]);
  });

  test('a revision that there is not, and no repository', async () => {
    const root = folder();
    file(root, 'a.md', await faulty());
    expect((await inside(root, ['check', '--since', 'HEAD'])).code).toBe(2);
    git(root, 'init', '-q');
    const { code, stderr } = await inside(root, ['check', '--since', 'nowhere']);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown git revision 'nowhere'");
    expect(existsSync(join(root, 'a.md'))).toBe(true);
  });
});

describe('--max-warnings', () => {
  test.each([
    ['0', 1],
    ['1', 1],
    ['2', 0],
    ['10', 0],
  ])('%s with two warnings', async (most, code) => {
    const root = folder();
    for (const name of ['a.md', 'b.md']) file(root, name, (await faulty()).replaceAll(/[‘’]/g, "'"));
    const result = await copydesk(['check', root, '--max-warnings', most]);
    expect(result.code).toBe(code);
    const said = `too many warnings: 2, at most ${most} pass\n`;
    expect(result.stderr.includes(`\n${said}`)).toBe(code === 1);
  });

  test.each(['-1', '1.5', 'many', '1e3'])('refuses %s', async (most) => {
    const { code, stderr } = await copydesk(['check', '-', `--max-warnings=${most}`], { stdin: await faulty() });
    expect(code).toBe(2);
    expect(stderr).toContain(`'--max-warnings' needs a whole number, not '${most}'`);
  });
});

describe('--quiet', () => {
  const wrong = async () => (await faulty()).replace(/^source: .*\n/m, '');

  test.each(['pretty', 'json', 'jsonl', 'github', 'sarif', 'gitlab'])('reports only errors, as %s', async (report) => {
    const { code, stdout, stderr } = await copydesk(['check', '-', '--quiet', '--report', report], {
      stdin: await wrong(),
    });
    expect(code).toBe(1);
    expect(stdout).toContain('missing-source');
    expect(stdout).not.toContain("repeated word 'lab'");
    expect(stderr).toMatch(/^1 note checked: 1 error, 2 warnings/m);
  });

  test('prints nothing but the summary for warnings', async () => {
    const { code, stdout, stderr } = await copydesk(['check', '-', '--quiet'], { stdin: await faulty() });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^1 note checked: 2 warnings$/m);
  });

  test.each([['--verbose'], ['--diff'], ['--fail-on', 'warning']])('refuses %j', async (...more) => {
    const { code, stderr } = await copydesk(['check', '-', '--quiet', ...more], { stdin: await faulty() });
    expect(code).toBe(2);
    expect(stderr).toContain(`'--quiet' cannot be used with '${more.join(' ')}'`);
  });
});
