import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

/* The package as a user gets it: packed, installed, run, imported, type-checked. It has no dependencies, so nothing is fetched. */
const root = resolve(import.meta.dirname, '../..');
const dir = mkdtempSync(join(tmpdir(), 'copydesk-install-'));
const example = join(root, 'examples/intelligence-explosion.md');
const post = readFileSync(join(root, 'examples/posts/anthropic-intelligence-explosion.txt'), 'utf8');
const environment = { ...process.env, XDG_CACHE_HOME: join(dir, 'cache'), npm_config_offline: 'true' };

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
}

const tarball = inject('tarball');

describe('the packed package', () => {
  test('render, check and format of one note load no module of Node and no part of the package that they can do without', () => {
    const probe = join(dir, 'loaded.cjs');
    const list = join(dir, 'loaded.txt');
    const names = "process.moduleLoadList.concat(Object.keys(require.cache)).join('\\n')";
    writeFileSync(probe, `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(list)}, ${names}));`);
    const loaded = (args: readonly string[]) => {
      spawnSync('node', ['--require', probe, ...args], { env: environment });
      const lines = readFileSync(list, 'utf8').split('\n');
      return lines.map((line) => line.replace(/^NativeModule |^.*[/\\\\]dist[/\\\\]/, ''));
    };
    const bin = join(root, 'bin/copydesk.js');
    // With the module v8, `check` sets how patterns are compiled.
    for (const [script, ...command] of [
      ['0', 'render'],
      ["require('v8')", 'check'],
      ['0', 'format', '--check'],
    ] as const) {
      const floor = new Set(loaded(['-e', script]));
      // The first start fills the code cache, for which it loads more.
      const [, second] = [1, 2].map(() => loaded([bin, ...command, example]));
      expect(second?.filter((name) => !floor.has(name) && !/Binding |navigator/.test(name))).toEqual([
        'vm',
        'process',
        bin,
        'start.cjs',
      ]);
    }
  });

  test('installed globally, it is a command, by a link as well, and its second start has a code cache', () => {
    const prefix = join(dir, 'global');
    npm(['install', '--global', '--prefix', prefix, tarball], dir);
    const bin = join(prefix, 'bin/copydesk');
    for (let run = 0; run < 2; run++) {
      const result = spawnSync(bin, ['render', example, '--to', 'text'], { encoding: 'utf8', env: environment });
      expect(result).toMatchObject({ status: 0, stderr: '', stdout: post });
    }
    expect(existsSync(join(dir, 'cache/copydesk'))).toBe(true);
  });

  test('installed globally, it has a man page and completions', () => {
    const page = join(dir, 'global/share/man/man1/copydesk.1');
    expect(readFileSync(page, 'utf8')).toBe(readFileSync(join(root, 'man/copydesk.1'), 'utf8'));
    const script = spawnSync(join(dir, 'global/bin/copydesk'), ['completion', 'bash'], {
      encoding: 'utf8',
      env: environment,
    });
    expect(script).toMatchObject({ status: 0, stderr: '' });
    expect(script.stdout).toMatch(/^complete -F _copydesk copydesk$/m);
  });

  test('doctor knows the code cache of the installed program', () => {
    const doctor = () =>
      spawnSync(join(dir, 'global/bin/copydesk'), ['doctor', '--no-color', example], {
        encoding: 'utf8',
        env: environment,
      });
    doctor();
    expect(doctor().stdout).toMatch(/^ {2}code cache {2}\S+: ready \((?:render, )?(?:format, )?(?:check, )?desk\)/m);
  });

  test('the code cache that a run over many notes leaves is one that the next run takes', () => {
    const notes = join(dir, 'notes');
    mkdirSync(notes);
    for (let index = 0; index < 200; index++) writeFileSync(join(notes, `${index}.md`), readFileSync(example));
    const cache = join(dir, 'cache-of-many');
    const made = [0, 1].map(() => {
      const bin = join(dir, 'global/bin/copydesk');
      const env = { ...environment, XDG_CACHE_HOME: cache };
      spawnSync(bin, ['format', '--check', '--no-cache', notes], { env });
      const [file = ''] = readdirSync(join(cache, 'copydesk'));
      return statSync(join(cache, 'copydesk', file)).ino;
    });
    expect(made[1]).toBe(made[0]);
  });

  test('messages, pages and help are Chinese in a Chinese locale, and only there', () => {
    const path = join(dir, 'untitled.md');
    writeFileSync(path, readFileSync(example, 'utf8').replace(/^headline: .*\n/m, ''));
    const run = (args: readonly string[], locale: Readonly<Record<string, string>>) =>
      spawnSync('node', [join(root, 'bin/copydesk.js'), ...args], {
        encoding: 'utf8',
        env: { ...environment, LC_ALL: '', LC_MESSAGES: '', LANG: '', ...locale },
        cwd: dir,
      });
    const chinese = { LANG: 'zh_CN.UTF-8' };
    expect(run(['render', path], chinese)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('错误：缺少标题'),
    });
    expect(run(['check', path], chinese).stdout).toContain('错误：缺少标题');
    expect(run(['check', '--report', 'json', path], chinese).stdout).toContain('"missing headline"');
    expect(run(['format', '--help'], chinese).stdout).toContain('用法：copydesk format');
    expect(run(['explain', 'missing-headline'], chinese).stdout).toContain('稿件没有标题。');
    for (const locale of [{ ...chinese, LC_ALL: 'C' }, { LANG: 'zh_CN.GBK' }, {}]) {
      const { stdout, stderr } = run(['check', path], locale);
      expect(stdout + stderr).toContain('error: missing headline');
      expect(stdout + stderr).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('the command checks a note, and puts it right', () => {
    const path = join(dir, 'checked.md');
    writeFileSync(path, readFileSync(example, 'utf8').replace('This news', 'The the news'));
    const checked = (...args: readonly string[]) =>
      spawnSync(join(dir, 'global/bin/copydesk'), ['check', ...args], { encoding: 'utf8', env: environment, cwd: dir });
    const { status, stdout } = checked('--fail-on', 'warning', 'checked.md');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^checked\.md:12:1: warning: repeated word 'the' \[repeated-word\]\n/);
    expect(checked('--fix', 'checked.md').status).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(example, 'utf8').replace('This news', 'The news'));
    expect(checked('--fail-on', 'warning', 'checked.md')).toMatchObject({ status: 0, stdout: '' });
  });

  test('the command draws a card, with the same bytes every time', () => {
    const out = join(dir, 'card.png');
    const draw = (...args: readonly string[]) =>
      spawnSync(join(dir, 'global/bin/copydesk'), ['render', example, ...args], { env: environment });
    expect(draw('-o', out)).toMatchObject({ status: 0, stderr: Buffer.alloc(0) });
    const seen = readFileSync(join(root, 'test/write/card/pictures/headline.png'));
    expect(readFileSync(out).equals(seen)).toBe(true);
    expect(draw('--to', 'card').stdout.equals(seen)).toBe(true);
  });

  test('the command explains a rule', () => {
    const explain = (...args: readonly string[]) =>
      spawnSync(join(dir, 'global/bin/copydesk'), ['explain', ...args], { encoding: 'utf8', env: environment });
    expect(explain('repeated-word')).toMatchObject({ status: 0, stderr: '' });
    expect(explain('repeated-word').stdout).toMatch(/^repeated-word\n\nThe same word twice in a row\.\n/);
    expect(explain().stdout).toMatch(/^ {2}repeated-word +warning +fix +The same word twice in a row\.$/m);
  });

  test('installed in a project, it is a library with types', () => {
    const project = join(dir, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "name": "x", "type": "module", "private": true }\n');
    npm(['install', tarball], project);
    const code = [
      "import { readFileSync } from 'node:fs';",
      "import { type Article, check, type Diagnostic, fix, RULES, type Rule, readPost, render } from 'copydesk';",
      `const note = readFileSync(${JSON.stringify(example)}, 'utf8');`,
      "const { text, diagnostics }: { text?: string; diagnostics: readonly Diagnostic[] } = render(note, { to: 'text' });",
      'const article: Article | undefined = readPost(note).post?.article;',
      'const findings: readonly Diagnostic[] = (await check(note)).findings;',
      'const rule: Rule | undefined = RULES.find(({ id }) => id === findings[0]?.rule);',
      "if (rule?.severity !== 'information' || (await fix(note)).text !== note) throw new Error('wrong');",
      "if (diagnostics.length > 0 || article?.laws.length !== 3) throw new Error('wrong');",
      "process.stdout.write(text ?? '');",
    ].join('\n');
    writeFileSync(join(project, 'use.ts'), code);
    const options = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      module: 'nodenext',
      target: 'es2023',
      noEmit: true,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['use.ts'] }));
    const tsc = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], {
      encoding: 'utf8',
    });
    expect(tsc.stdout + tsc.stderr).toBe('');
    writeFileSync(
      join(project, 'use.mjs'),
      code
        .replace(/(?<=[{,] )type \w+, /g, '')
        .replace(/: \{ text.*?\} =/, ' =')
        .replace(/: (?:Article \| undefined|readonly Diagnostic\[\]|Rule \| undefined)/g, ''),
    );
    expect(execFileSync(process.execPath, ['use.mjs'], { cwd: project, encoding: 'utf8' })).toBe(post);
  });

  test.each([
    ['article', 'Article'],
    ['check', 'The report of copydesk check --report json'],
    ['copydesk', 'copydesk.yaml'],
    ['house', 'house.yaml'],
    ['note', 'The front matter of a note'],
  ])('the schema %s is found by its name', (name, title) => {
    const project = join(dir, 'project');
    const code = `import schema from 'copydesk/${name}.schema.json' with { type: 'json' }; console.log(schema.title)`;
    const result = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: project, encoding: 'utf8' });
    expect(result.stdout).toBe(`${title}\n`);
  });

  test('a house with a pattern that RE2 does not support is refused', () => {
    const project = join(dir, 'project');
    mkdirSync(join(project, 'house'));
    writeFileSync(join(project, 'house/house.yaml'), "rules:\n  - { id: slow, kind: existence, pattern: 'a(?=b)' }\n");
    const command = join(project, 'node_modules/.bin/copydesk');
    const result = spawnSync(command, ['check', example, '--house', 'house'], { cwd: project, encoding: 'utf8' });
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain(
      "house.yaml:2:43: error: RE2 does not support the lookaround in the pattern of rule 'slow'",
    );
  });
});

describe('a real process', () => {
  const bin = join(root, 'bin/copydesk.js');
  function shell(command: string) {
    return spawnSync('bash', ['-c', command], {
      encoding: 'utf8',
      env: { ...environment, BIN: `${process.execPath} ${bin}`, NOTE: example },
    });
  }
  test('a full disk behind standard output is said, without a stack', () => {
    const result = shell('$BIN render $NOTE --to text > /dev/full');
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(/^error: .*standard output.\n/);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });
  test.each([
    'HOME=/dev/null XDG_CACHE_HOME=',
    'HOME=/nonexistent/$(printf %0300d) XDG_CACHE_HOME=',
    'XDG_CACHE_HOME=/proc',
  ])('a cache that cannot be written costs nothing: %s', (variables) => {
    expect(shell(`${variables} $BIN render $NOTE --to text`)).toMatchObject({ status: 0, stderr: '', stdout: post });
  });
  test.each(['render', 'format --check .', 'format --staged', 'check x.md', 'explain', 'init'])(
    'in a folder that was deleted, copydesk %s says so',
    (command) => {
      const { status, stderr } = shell(`cd $(mktemp -d) && rmdir "$PWD" && $BIN ${command} < $NOTE`);
      const advice = 'Change to an existing folder, and run again.';
      expect([status, stderr]).toEqual([2, `error: the current folder no longer exists\n  ${advice}\n`]);
    },
  );
  test('every example becomes its post, in the bundle too', () => {
    const out = join(dir, 'posts');
    const result = shell(
      `cd ${root} && $BIN render examples/*.md examples/*.yaml --to text --to markdown --to html --out-dir ${out}`,
    );
    expect(result.stderr).toBe('13 notes: 13 written\n');
    for (const name of readdirSync(out)) {
      expect(readFileSync(join(out, name), 'utf8')).toBe(readFileSync(join(root, 'examples/posts', name), 'utf8'));
    }
  });
  test('the bundles are ASCII, and read what is not', () => {
    for (const name of ['cli.cjs', 'check.cjs', 'posts.cjs'])
      expect(readFileSync(join(root, 'dist', name), 'utf8')).toMatch(/^[\0-\x7f]*$/);
    const text =
      '# 标题\n\n正文“引”。\n\n来源：公开信息\n\n## ABAB AI 洞察\n\n好。\n\n## ABAB News • 认知定律\n\n1. 甲。\n';
    const result = shell(`printf '%s' '${text}' | $BIN render --to text`);
    const printed = '标题\n正文“引”。\n来源：公开信息\nABAB AI 洞察\n好。\nABAB News · 认知定律\n甲。\n';
    expect(result).toMatchObject({ stderr: '', stdout: printed });
  });
  test('a glob, in quotes', () => {
    const result = shell(`cd ${root} && $BIN render 'examples/intell*.md' --to text`);
    expect(result).toMatchObject({ status: 0, stderr: '', stdout: post });
  });
  test('a closed pipe is quiet, also in the middle of a large post', () => {
    const big = join(dir, 'big.md');
    writeFileSync(
      big,
      readFileSync(example, 'utf8').replace(
        '\n\n## Insight',
        `${'\n\nLong line of prose here.'.repeat(50_000)}\n\n## Insight`,
      ),
    );
    expect(shell(`$BIN render ${big} --to text | head -1`)).toMatchObject({ stderr: '' });
    expect(shell(`$BIN render ${big} --to text | wc -l`).stdout.trim()).toBe('50014');
  });
  test('standard input that is closed, or a folder, is said', () => {
    expect(shell('$BIN render - < /tmp').stderr).toMatch(/^error: .*standard input/);
    expect(shell('$BIN render - <&-').status).not.toBe(0);
  });
  test('a signal leaves whole files and no temporary ones', () => {
    const notes = join(dir, 'many');
    mkdirSync(notes);
    const text = readFileSync(example, 'utf8').replace(/^slug:.*\n/m, '');
    for (let n = 0; n < 1500; n++) writeFileSync(join(notes, `n${n}.md`), text);
    const out = join(dir, 'out');
    const result = shell(
      `$BIN render ${notes} --to text --out-dir ${out} & until ls ${out}/*.txt >/dev/null 2>&1; do sleep 0.02; done; kill -INT $!; wait $!; echo $?`,
    );
    expect(['0', '130']).toContain(result.stdout.trim());
    for (const name of readdirSync(out)) {
      expect(name).toMatch(/^n\d+\.txt$/);
      expect(readFileSync(join(out, name), 'utf8')).toBe(post);
    }
  });
});

test('from a clone, npx . runs it', () => {
  // In a cache of its own: npx remembers a clone by its path, also one that is long gone.
  const own = { ...environment, npm_config_cache: join(dir, 'npm') };
  const result = spawnSync('npx', ['.', 'render', example, '--to', 'text'], {
    cwd: root,
    encoding: 'utf8',
    env: own,
  });
  expect(result.stdout).toBe(post);
});
