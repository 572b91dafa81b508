import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from './manager.ts';
import { checkLine, recipe } from './readme.ts';
import { shaped, story } from './stories.ts';

const FAULTY = story().replace('source: The Lab', 'sauce: The Lab');

/** The recipe with the check behind it, as the README says. */
function checked(heading: string) {
  const steps = recipe(heading).map((step) => ({ ...step, text: `${step.text.trimEnd()} || exit\n${checkLine()}\n` }));
  return repository({ steps, stops: false, handsOver: false });
}

describe.each(['husky', 'git alone'])('%s, with a check behind it', (heading) => {
  test('lets through what is no note: an image, another encoding, a link to nowhere, what is deleted', async () => {
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
  test('stops a note with an error', () => {
    const made = checked(heading);
    made.stage({ 'a.md': FAULTY });
    const { status, output } = made.commit();
    expect(status).toBe(1);
    expect(output).toContain('[missing-source]');
  });
});
