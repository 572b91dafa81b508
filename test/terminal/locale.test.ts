import { afterEach, describe, expect, test } from 'vitest';
import { file, note } from '../cli/program.ts';
import { type Size, Terminal } from './tmux.ts';

/* What is printed on a terminal whose locale is not UTF-8. */

let open: Terminal | undefined;

function terminal(size: Size, environment: Readonly<Record<string, string>>): Terminal {
  open = new Terminal(size, environment);
  return open;
}

afterEach(() => open?.close());

describe.each(['copydesk check a.md', 'copydesk render a.md', 'copydesk explain dash', 'copydesk doctor'])(
  '%s',
  (command) => {
    test('prints only ASCII characters in the locale C', async () => {
      const screen = terminal({ columns: 120, rows: 60 }, { LC_ALL: 'C' });
      file(
        screen.folder,
        'a.md',
        note({ front: 'headline: “Lab” Opens — at Night…\nsource: 实验室', body: 'The the lab 实验室 opened…' }),
      );
      await screen.run(`${command}; echo "code=$?"`);
      await screen.until((shown) => /code=\d/.test(shown));
      expect(screen.written).toMatch(/^[\0-\x7f]*$/);
    });
  },
);

test('a file and a pipe get the text as it is', async () => {
  const screen = terminal({}, { LC_ALL: 'C' });
  file(screen.folder, 'a.md', note({ body: 'The lab 实验室 opened.' }));
  await screen.run('copydesk render a.md --to text | grep -c 实验室; echo "code=$?"');
  expect(await screen.until((shown) => /code=\d/.test(shown))).toMatch(/^1$/m);
});
