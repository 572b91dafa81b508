import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Terminal } from './tmux.ts';

let open: Terminal | undefined;

afterEach(() => {
  open?.close();
  open = undefined;
});

test('the report fits a narrow terminal, and no escape sequence is shown as text', async () => {
  open = new Terminal({ columns: 50, rows: 60 });
  writeFileSync(join(open.folder, 'a-story-with-a-long-name.md'), '---\nheadline: A\nsource: B\n---\n');
  await open.run('copydesk doctor; echo "code=$?"');
  await open.until((shown) => shown.includes('code=0'));
  const lines = open.screen.split('\n');
  expect(lines).toContain('Notes');
  expect(lines).toContain('    the default house');
  expect(open.screen).not.toContain('\\u{1b}');
});
