import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHINESE } from '../../../src/cli/messages/chinese.ts';
import { englishIn } from './english.ts';

/* Every example of docs/messages.md, which has every message with its advice, and what is left in English. */

const EXAMPLE = /^\*\*(?:error|fatal|warning|information|suggestion): (.+)\*\*.*\n\n(?:(?!```|\*\*|#)(.+)\n\n)?/gm;

/** Without the escapes of Markdown, which the page has outside code. */
function unescaped(text: string): string {
  return text.replace(/`[^`]*`|\\([\\*_[\]<>#~|])/g, (found, mark: string | undefined) => mark ?? found);
}

const examples = [...readFileSync('docs/messages.md', 'utf8').matchAll(EXAMPLE)].flatMap(([, message, advice]) =>
  [message, advice].filter((text) => text !== undefined).map(unescaped),
);

test('the page has hundreds of messages and of advice', () => {
  expect(examples.length).toBeGreaterThan(500);
});

/** What a house, git and libraries say, and a text with a backslash in its code, which the page leaves out. */
const FOREIGN = /they cannot read|git says|missing closing|unknown token|a bar inside a cell/;

test('no example is left in English, except for names and values', () => {
  const left = examples.filter((english) => !FOREIGN.test(english) && englishIn(CHINESE.text(english)).length > 0);
  expect(left.map((english) => `${english} => ${CHINESE.text(english)}`)).toEqual([]);
});
