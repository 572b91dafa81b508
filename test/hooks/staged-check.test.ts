import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from './manager.ts';
import { recipe } from './recipes.ts';
import { shaped, story } from './stories.ts';

const FAULTY = story().replace('source: The Lab', 'sauce: The Lab');

const checked = (heading: string) => repository({ steps: recipe(heading), stops: false, handsOver: false });

describe.each(['husky', 'git alone'])('%s', (heading) => {
  test('passes for files that are not notes: an image, another encoding, a dangling link, a deleted file', async () => {
    const made = checked(heading);
    made.stage({ 'old.md': story('Old') });
    expect(made.commit().status).toBe(0);
    rmSync(join(made.dir, 'old.md'));
    symlinkSync('nowhere', join(made.dir, 'away.md'));
    made.write('a.md', story());
    made.write('photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    made.write('latin.txt', Buffer.from([0xe9]));
    made.git('add', '--all');
    const { status, output } = made.commit();
    expect(status, output).toBe(0);
    expect(made.committed('a.md')).toBe(await shaped(story()));
    made.stage({ 'other.png': Buffer.from([0x89]) });
    expect(made.commit().status).toBe(0);
  });
  test('fails for a note with an error', () => {
    const made = checked(heading);
    made.stage({ 'a.md': FAULTY });
    const { status, output } = made.commit();
    expect(status).toBe(1);
    expect(output).toContain('[missing-source]');
  });
  test('checks what is staged, and nothing else', () => {
    const made = checked(heading);
    made.stage({ 'a.md': story() });
    made.write('a.md', FAULTY);
    const passes = made.commit();
    expect(passes.status, passes.output).toBe(0);
    made.stage({ 'a.md': FAULTY });
    made.write('a.md', story());
    const { status, output } = made.commit();
    expect(status).toBe(1);
    expect(output).toContain('[missing-source]');
  });
  test('checks the file that `git commit FILE` commits', async () => {
    const made = checked(heading);
    made.stage({ 'a.md': await shaped(story()), 'b.md': await shaped(FAULTY) });
    const passes = made.run('git', 'commit', '--message=One', 'a.md');
    expect(passes.status, passes.output).toBe(0);
    const { status, output } = made.run('git', 'commit', '--message=The other', 'b.md');
    expect(status).toBe(1);
    expect(output).toContain('[missing-source]');
  });
  test('works in a linked working tree', () => {
    const made = checked(heading);
    made.git('worktree', 'add', '--quiet', 'tree');
    for (const name of ['node_modules', '.husky/_'])
      if (existsSync(join(made.dir, name))) symlinkSync(join(made.dir, name), join(made.dir, 'tree', name));
    made.write('tree/a.md', FAULTY);
    made.git('-C', 'tree', 'add', 'a.md');
    const { status, output } = made.run('git', '-C', 'tree', 'commit', '--message=A story');
    expect(status).toBe(1);
    expect(output).toContain('[missing-source]');
  });
  test('follows the staged configuration', () => {
    const made = checked(heading);
    made.stage({ 'copydesk.yaml': 'notes: [stories/*.md]\n', 'docs/a.md': FAULTY, 'stories/a.md': story() });
    const passes = made.commit();
    expect(passes.status, passes.output).toBe(0);
    made.stage({ 'stories/b.md': '# Text\n' });
    const { status, output } = made.commit();
    expect(status).toBe(1);
    expect(output).toContain('stories/b.md:1:1: error');
  });
});
