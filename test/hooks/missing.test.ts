import { expect, test } from 'vitest';
import { repository } from './manager.ts';
import { recipe } from './recipes.ts';
import { story } from './stories.ts';

test.each(['pre-commit', 'lefthook', 'lint-staged', 'husky', 'git alone'])(
  '%s: the commit fails and says what to do if copydesk is not installed',
  (heading) => {
    const steps = recipe(heading).slice(0, heading === 'lint-staged' ? 2 : 1);
    const made = repository({ steps, stops: false, handsOver: false }, 'nowhere');
    made.stage({ 'a.md': story() });
    const { status, output } = made.commit();
    expect(status).toBe(1);
    expect(output).toContain('run npm install');
    expect(made.git('status', '--porcelain')).toBe('A  a.md\n');
  },
);
