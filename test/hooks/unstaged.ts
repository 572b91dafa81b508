import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Manager, repository } from './manager.ts';
import { shaped, story, UNFINISHED } from './stories.ts';

/** What has to hold of what is not to be committed. */
export function unstaged(manager: Manager): void {
  test('stays unstaged', async () => {
    const made = repository(manager);
    made.stage({ 'a.md': story() });
    made.write('a.md', story() + UNFINISHED);
    made.write('b.md', story('Not staged'));
    const before = made.commits;
    const { status, output } = made.commit();
    expect(made.read('a.md')).toBe(await shaped(story() + UNFINISHED));
    expect(made.read('b.md')).toBe(story('Not staged'));
    if (manager.stops) {
      expect(status).toBe(1);
      expect(made.commits).toBe(before);
      expect(made.git('show', ':a.md')).toBe(story());
    } else {
      expect(status, output).toBe(0);
      expect(made.committed('a.md')).toBe(await shaped(story()));
      expect(made.git('status', '--porcelain')).toBe(' M a.md\n?? b.md\n');
    }
  });

  test('is not lost where it stands beside what is formatted', async () => {
    const made = repository(manager);
    made.stage({ 'other.md': story() });
    made.git('commit', '--no-verify', '--message=Before');
    made.stage({ 'a.md': story() });
    const working = story().replace('A lab opened.  ', 'A lab opened, and closed again.  ');
    made.write('a.md', working);
    made.write('other.md', story('Another'));
    const { status, output } = made.commit();
    expect(made.read('other.md')).toBe(story('Another'));
    if (manager.handsOver) {
      // It cannot put back what it hid, stops, and leaves all as it was.
      expect(status).toBe(1);
      expect(made.read('a.md')).toBe(working);
      expect(made.git('show', ':a.md')).toBe(story());
    } else {
      expect(status, output).toBe(0);
      expect(made.read('a.md')).toBe(await shaped(working));
      expect(made.committed('a.md')).toBe(await shaped(story()));
    }
  });

  test('is the removal of a note that is staged', async () => {
    const made = repository(manager);
    made.stage({ 'a.md': await shaped(story('A')) });
    rmSync(join(made.dir, 'a.md'));
    const { status, output } = made.commit();
    expect(status, output).toBe(0);
    expect(made.committed('a.md')).toBe(await shaped(story('A')));
    expect(made.git('status', '--porcelain')).toBe(' D a.md\n');
  });
}
