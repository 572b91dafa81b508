import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from './manager.ts';
import { recipe } from './recipes.ts';
import { shaped, story } from './stories.ts';

const FAULTY = story().replace('source: The Lab', 'sauce: The Lab');

const checked = (heading: string) => repository({ steps: recipe(heading), stops: false, handsOver: false });

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
});
