import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './session.ts';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));

/** Returns a page without its blocks of code. */
function prose(path: string): string {
  return readFileSync(path, 'utf8').replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
}

/** Returns the anchors of the headings, as GitHub makes them. */
function anchors(path: string): readonly string[] {
  return [...prose(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  const text = prose(join(root, page)).replace(/`[^`\n]*`/g, '');
  const dead = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].filter(([, file = '', anchor]) => {
    const path = file === '' ? join(root, page) : join(root, dirname(page), file);
    return !existsSync(path) || (anchor !== undefined && !anchors(path).includes(anchor));
  });
  expect(dead.map(([link]) => link)).toEqual([]);
});
