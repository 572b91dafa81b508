import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { copydesk } from '../cli/program.ts';
import { root } from './session.ts';

/* The documentation follows the rules of the house: short sentences, and the words that the field uses. */
const LONGEST = 35;

/** Words that this project once used in place of a common word, and the common word. */
const BANNED: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bstands?\b(?! for\b)/i, 'is, appears'],
  [/\bis none\b|\bare none\b/i, 'is not'],
  [/\bthe one shape\b|\bin shape\b/i, 'formatted'],
  [/\b(?:puts?|putting) (?:\S+ ){0,4}right\b/i, 'fixes'],
  [/\bblanks\b/i, 'spaces, whitespace'],
  [/(?<!e-?mail |IP )\baddress(?:es)?\b/i, 'URL'],
  [/\b(?:its|other|inline|emphasis) marks\b/i, 'formatting'],
  [/\bbehind\b/i, 'after'],
  [/\bso many\b/i, 'a number of'],
  [/\bto be had\b/i, 'available'],
  [/\b(?:is|are|be) told\b|\btold of\b/i, 'is reported'],
  [/\bin words\b/i, 'spelled out'],
  [/\bat once\b/i, 'immediately, together'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
];

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Returns the sentences of a Markdown page; a table cell, a heading and a list item each end one. */
function sentencesOf(markdown: string): readonly string[] {
  return markdown
    .replace(/^(`{3,})[\s\S]*?^\1$/gm, '\n\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(?<!`)(`+)(?!`)(?:(?!\n\n)[\s\S])*?(?<!`)\1(?!`)/g, 'CODE')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\S+/g, 'URL')
    .split(/\n{2,}|\n(?=\s*(?:[-*|#]|\d+\.)\s?)|\|/)
    .flatMap((block) => block.replace(/\s+/g, ' ').split(/(?<=[.!?][)"*]*) /))
    .filter((sentence) => /\w/.test(sentence));
}

/** Returns what is wrong with a text, one line per fault. */
function faultsOf(sentences: readonly string[]): readonly string[] {
  return sentences.flatMap((sentence) => {
    const count = sentence.trim().split(/\s+/).length;
    const long = count > LONGEST ? [`${count} words: ${sentence}`] : [];
    const banned = BANNED.filter(([pattern]) => pattern.test(sentence));
    return [...long, ...banned.map(([pattern, instead]) => `${pattern.exec(sentence)?.[0]} (${instead}): ${sentence}`)];
  });
}

test.each(PAGES)('%s', (page) => {
  expect(faultsOf(sentencesOf(readFileSync(join(root, page), 'utf8')))).toEqual([]);
});

test.each(['', ...Object.keys(COMMANDS)])('copydesk help %s', async (command) => {
  const { stdout } = await copydesk(['help', command].filter(Boolean));
  // An option and its text, or an example and its text, are two blocks.
  const blocks = stdout.split(/\n{2,}|\n(?= {2}\S)| {2,}(?=\S)/);
  expect(blocks.length).toBeGreaterThan(5);
  expect(
    faultsOf(blocks.map((block) => block.replace(/\s+/g, ' ')).flatMap((block) => block.split(/(?<=[.;]) /))),
  ).toEqual([]);
});

test('the rules find what they look for', () => {
  const long = `${'word '.repeat(36).trim()}.`;
  const found = faultsOf(
    sentencesOf(`${long}\n\nThe link stands here.\n\n- Puts it right.\n\n| an address | \`address\` |`),
  );
  expect(found.map((fault) => fault.replace(/:.*/, ''))).toEqual([
    '36 words',
    'stands (is, appears)',
    'Puts it right (fixes)',
    'address (URL)',
  ]);
});
