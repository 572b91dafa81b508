import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from './manager.ts';
import { recipe } from './recipes.ts';
import { shaped, story } from './stories.ts';

const FAULTY = story().replace('source: The Lab', 'sauce: The Lab');

const checked = (heading: string) => repository({ steps: recipe(heading), stops: false, handsOver: false });

test.each(['git alone', 'husky with a check', 'git alone with a check'])(
  '%s: says that copydesk is not installed',
  (heading) => {
    const [step] = recipe(heading);
    const run = spawnSync('/bin/sh', ['-c', step?.text ?? ''], {
      cwd: tmpdir(),
      env: { PATH: '/nowhere' },
      encoding: 'utf8',
    });
    expect(run).toMatchObject({ status: 1, stderr: 'copydesk is not installed here: run npm install\n' });
  },
);

describe.each(['husky with a check', 'git alone with a check'])('%s', (heading) => {
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
