import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commit, type Manager, repository } from './manager.ts';
import type { Installed } from './repository.ts';
import { crlf, shaped, story, UNREADABLE } from './stories.ts';
import { unstaged } from './unstaged.ts';

/** What has to hold under every manager of hooks. */
export function scenarios(manager: Manager): void {
  describe('what is not staged', () => unstaged(manager));

  test.each<Installed>(['dependency', 'global'])('what is committed is in shape (copydesk: %s)', async (installed) => {
    const made = repository(manager, installed);
    made.stage({ 'stories/a.md': story(), 'b and c.md': story('B'), 'stories/README.md': '# Stories  \n' });
    commit(manager, made);
    expect(made.committed('stories/a.md')).toBe(await shaped(story()));
    expect(made.committed('b and c.md')).toBe(await shaped(story('B')));
    expect(made.committed('stories/README.md')).toBe('# Stories  \n');
    expect(made.git('status', '--porcelain')).toBe('');
  });

  test('a note in shape is committed as it is', async () => {
    const made = repository(manager);
    made.stage({ 'a.md': await shaped(story()) });
    const { status, output } = made.commit();
    expect(status, output).toBe(0);
    expect(made.committed('a.md')).toBe(await shaped(story()));
  });

  test('a note that cannot be read stops the commit, and stays as it is', async () => {
    const made = repository(manager);
    made.stage({ 'bad.md': UNREADABLE, 'good.md': story() });
    const before = made.commits;
    const { status, output } = made.commit();
    expect(status).not.toBe(0);
    expect(output).toMatch(/bad\.md:\d+:\d+: error: invalid UTF-8 byte 0xFF/);
    expect(made.commits).toBe(before);
    expect(readFileSync(join(made.dir, 'bad.md'))).toEqual(UNREADABLE);
    expect(made.git('diff', '--name-only', '--cached')).toBe('bad.md\ngood.md\n');
    expect([story(), await shaped(story())]).toContain(made.read('good.md'));
  });

  test.each(['README.md', 'README.txt'])('a commit of %s alone passes', (name) => {
    const made = repository(manager);
    made.stage({ [name]: '# A desk  \n\n\n\nWhose notes these are.  \n' });
    const { status, output } = made.commit();
    expect(status, output).toBe(0);
    expect(made.committed(name)).toBe(made.read(name));
  });

  test('a note that is removed, and one that is moved', async () => {
    const made = repository(manager);
    made.stage({ 'a.md': await shaped(story('A')), 'b.md': await shaped(story('B')) });
    made.git('commit', '--no-verify', '--message=Before');
    made.git('rm', '--quiet', 'a.md');
    made.git('mv', 'b.md', 'c.md');
    const { status, output } = made.commit();
    expect(status, output).toBe(0);
    expect(made.git('ls-files', '*.md')).toBe('c.md\n');
  });

  describe('lines that end as on Windows', () => {
    test('in the working tree alone', async () => {
      const made = repository(manager);
      made.git('config', 'core.autocrlf', 'true');
      made.stage({ 'a.md': crlf(story()) });
      commit(manager, made);
      expect(made.committed('a.md')).toBe(await shaped(story()));
      expect(made.read('a.md')).toBe(crlf(await shaped(story())));
      expect(made.git('status', '--porcelain')).toBe('');
    });
    test('in the repository too', async () => {
      const made = repository(manager);
      made.stage({ 'a.md': crlf(story()) });
      commit(manager, made);
      expect(made.committed('a.md')).toBe(crlf(await shaped(story())));
      expect(made.read('a.md')).toBe(crlf(await shaped(story())));
    });
  });

  // Enough for several command lines of 128 KiB, or for more than one chunk of `--staged`.
  const many = manager.handsOver ? 600 : 300;

  test(`of ${many} notes every one is formatted, and none is lost`, async () => {
    const made = repository(manager);
    const folder = ['correspondents', 'their stories of the whole year', 'x'.repeat(250)].join('/');
    const names = Array.from({ length: many }, (_, at) => `${folder}/${at}.md`);
    made.stage(Object.fromEntries(names.map((name, at) => [name, story(`Story ${at}`)])));
    commit(manager, made);
    if (manager.handsOver) expect(made.calls).toBeGreaterThan(manager.stops ? 2 : 1);
    expect(made.git('status', '--porcelain')).toBe('');
    expect(made.git('ls-files', folder).trim().split('\n')).toHaveLength(many);
    for (const [at, name] of names.entries()) expect(made.read(name)).toBe(await shaped(story(`Story ${at}`)));
  });
}
