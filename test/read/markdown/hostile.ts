import { LIMITS } from '../../../src/read/markdown/index.ts';

/* Texts that parsers choke on, and long ones of real prose that they must not refuse. */

export const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
export const many = (text: string, length: number) => text.repeat(Math.ceil(length / text.length));

const PROSE =
  'The company said on Monday that **revenue** rose 12% to [a record](https://example.com/a?b=1&c=2), and that it would ' +
  '*not* raise prices [1]. See `code` and www.example.com or mail desk@example.com; "quotes" & more of the same.';

const QUOTES = `quotes or lists are nested more than ${LIMITS.blockDepth} deep`;
const CELLS = `more than ${LIMITS.paddedCells} cells are missing from table rows`;
const REFERENCES = 'links by reference repeat more than 10 MB of URLs and titles';
const LINES = 'list item has thousands of lines without a blank line';
const MARKS = 'too many unclosed brackets, quote markers or emphasis delimiters';
const STACK = 'text is nested too deeply';

/** `read`, or the message of the refusal. Stock marked takes up to hours for some, and overflows the stack for others. */
export const HOSTILE: readonly (readonly [string, string, string])[] = [
  // what the dependency's traps list
  ['> × 2,000', '>'.repeat(2000), QUOTES],
  ['- × 2,000', '- '.repeat(2000), QUOTES],
  ['26 KB of unclosed emphasis', '*a **b '.repeat(4000), 'read'],
  ['13 KB of unclosed strikethrough', '~~a ~b '.repeat(2000), 'read'],
  ['a word of 100,000 and an @', `${'a'.repeat(100_000)}@`, 'read'],
  ['100 KB of base64 and an @', `${many('aGVsbG8gd29ybGQ+/', 100_000)}@x`, 'read'],
  ['an address of 40,000 entities', `http://a.b/${'&amp;'.repeat(40_000)}`, 'read'],
  ['a list item of 50,000 lines', `- a\n${'b\n'.repeat(50_000)}`, LINES],
  ['a list item of 50,000 indented lines', `- a\n${'  some words of it\n'.repeat(50_000)}`, LINES],
  ['<!-- × 50,000', '<!--'.repeat(50_000), 'read'],
  ['<!-- × 50,000 in a paragraph', `a *b* ${'<!--'.repeat(50_000)}`, 'read'],
  ['a list nested 1,000 deep', lines(1000, (i) => `${'  '.repeat(i)}- a`), QUOTES],
  [
    '2,700 rows of one cell under 2,700 columns',
    `${'|a'.repeat(2700)}|\n${'|-'.repeat(2700)}|\n${'|a\n'.repeat(2700)}`,
    CELLS,
  ],
  // brackets
  ['[', many('[', 100_000), 'read'],
  ['![', many('![', 100_000), 'read'],
  ['](', many('](', 100_000), 'read'],
  ['[a](b', many('[a](b', 50_000), MARKS],
  ['[a](b and at last )', `${many('[a](b', 50_000)})`, MARKS],
  ['[a](b "', many('[a](b "', 50_000), MARKS],
  ['brackets in code in brackets', many('[`[`', 50_000), 'read'],
  ['brackets in open code', `*a* ${many('`[', 50_000)}](x)`, MARKS],
  ['escaped brackets', `${many('\\[', 100_000)}*a*`, 'read'],
  ['brackets around 50,000 brackets', `${'['.repeat(50_000)}a${'](b)'.repeat(50_000)}`, MARKS],
  ['references', `[a]: b\n\n${many('[a] ', 20_000)}*x*`, 'read'],
  [
    'a reference to 50,000 characters, 50,000 times',
    `[x]: ${'x'.repeat(50_000)}\n\n${'[x] '.repeat(50_000)}`,
    REFERENCES,
  ],
  [
    'a title of 50,000 characters, 50,000 times',
    `[x]: y '${'x'.repeat(50_000)}'\n\n${'![x] '.repeat(50_000)}`,
    REFERENCES,
  ],
  ['50,000 references', `[x]: https://a.example/about\n\n${'[x] '.repeat(50_000)}`, 'read'],
  ['100,000 definitions', lines(100_000, (i) => `[a${i}]: b`), 'read'],
  ['definitions with an open title', many('[a]: b "\n', 50_000), 'read'],
  ['a label of 5 MB', `[${'a'.repeat(5_000_000)}]`, 'read'],
  ['tags in a label', `${many('[<', 50_000)}](x)`, MARKS],
  // marks
  ['backticks', many('`', 100_000), 'read'],
  ['backticks in a list that is out of shape', `* a\n\n1) ${many('`', 200_000)}a`, 'read'],
  ['backticks in ever longer runs', lines(400, (i) => '`'.repeat(i + 1)), 'read'],
  ['a label of backticks', `[${'`'.repeat(50_000)}](x)`, MARKS],
  ['*', many('*', 100_000), 'read'],
  ['* and at last a closing one', `${many('*', 100_000)} a*`, 'read'],
  ['*a and at last a closing one', `${many('*a ', 100_000)}b*`, 'read'],
  ['_a', many('_a', 100_000), 'read'],
  ['_a and at last a closing one', `${many('_a ', 100_000)}b_`, 'read'],
  ['*a_ and at last two closing ones', `${many('*a_ ', 100_000)}b* c_`, 'read'],
  ['~~a and at last a closing one', `${many('~~a ', 100_000)}b~`, 'read'],
  ['__a__', many('__a__ ', 480_000), 'read'],
  ['*a**', many('*a** ', 480_000), 'read'],
  ['*a_b~~', many('*a_b~~c ', 480_000), 'read'],
  ['~~a~~', many('~~a~~ ', 480_000), 'read'],
  [
    'emphasis nested 200 deep',
    `${'*a _b '.repeat(100)}${'b_ a* '.repeat(100)}`,
    'emphasis, strikethrough and links are nested more than 100 deep',
  ],
  ['emphasis in table cells', `|a|\n|-|\n${many('|*a **b _c|\n', 50_000)}`, 'read'],
  ['\\', many('\\', 100_000), 'read'],
  ['&', many('&', 100_000), 'read'],
  // HTML
  ['<', many('<', 100_000), 'read'],
  ['<a', many('<a ', 100_000), 'read'],
  ['<a b="', many('<a b="', 100_000), 'read'],
  ['a tag of 50,000 attributes', `a <a${' b'.repeat(50_000)}`, 'read'],
  ['<?', `a ${many('<?', 100_000)}`, 'read'],
  ['<![CDATA[', `a ${many('<![CDATA[', 100_000)}`, 'read'],
  ['<div> and blank lines of one blank', `<div>${many('\n ', 100_000)}a`, 'read'],
  ['<x> as lines of a quote', many('> <x>\n', 50_000), 'read'],
  // addresses
  ['http://', many('http://', 100_000), 'read'],
  ['www.', many(' www.a', 100_000), 'read'],
  ['an address that ends in 100,000 full stops', `http://a.b/${'.'.repeat(100_000)}`, 'read'],
  ['addresses with open parentheses', many('http://a.b/(', 100_000), MARKS],
  ['a@', many('a@', 100_000), 'read'],
  ['a@b.c-', many('a@b.c-', 100_000), 'read'],
  ['mailto:', many('mailto:', 100_000), 'read'],
  // blocks
  ['|', many('|', 100_000), 'read'],
  ['table heads that are none', many('|a|b\n|-\n', 100_000), 'read'],
  ['escaped pipes', `|a|\n|-|\n|${many('\\|', 100_000)}`, 'read'],
  ['a long line of -', many('-', 100_000), 'read'],
  ['a line of 5 MB of -', many('-', 5_000_000), STACK],
  ['a long line of - that is no rule', `a\n${many('-', 100_000)}a`, 'read'],
  ['setext headings', many('a\n=\n', 50_000), 'read'],
  ['underlines of no heading', many('a\n=b\n', 50_000), 'read'],
  ['tabs', `- a\n${'\t'.repeat(100_000)}b`, 'read'],
  ['spaces', `a${' '.repeat(100_000)}\nb`, 'read'],
  ['blanks inside a line', `A word${' '.repeat(100_000)}and more.`, 'read'],
  ['tabs inside a line', `A word${' \t'.repeat(50_000)}and more.`, 'read'],
  ['fences', many('```\n', 50_000), 'read'],
  ['a quote with 16,000 lazy lines', many('> a\nb\n', 100_000), MARKS],
  ['quotes from 90 deep to 1', lines(90, (i) => `${'>'.repeat(90 - i)} a`), MARKS],
  ['lists in quotes 90 deep', `${'> - '.repeat(45)}a\n${'b\n'.repeat(500)}`, 'read'],
];

/** Real prose, and much of it. */
export const REAL: readonly (readonly [string, string])[] = [
  ['3 MB of paragraphs', many(`${PROSE}\n\n`, 3_000_000)],
  ['1 MB as one paragraph', many(`${PROSE}\n`, 1_000_000)],
  ['60,000 paragraphs', 'Some words.\n\n'.repeat(60_000)],
  ['a table of 2,000 rows', `|a|b|c|\n|-|-|-|\n${'|x|*y*|[z](u)|\n'.repeat(2000)}`],
  ['a list of 3,000 items', '- An item with *emphasis* in it\n'.repeat(3000)],
  ['a list of 50,000 items', '- a\n'.repeat(50_000)],
  ['a loose list of 20,000 items', '1. a\n\n'.repeat(20_000)],
  ['a list item of 2,000 lines', `- a\n${'  some more words of the same paragraph\n'.repeat(2000)}`],
  ['an address of 4,000 characters', `See https://example.com/${'path/'.repeat(800)} for it.`],
  ['an image of 8 KB as data', `![x](data:image/png;base64,${many('iVBORw0KGgo', 8000)}) text`],
  ['an image of 500 KB as data', `![x](data:image/png;base64,${many('iVBORw0KGgoAAA/+', 500_000)}) text`],
  ['a mail quoted ten times over', lines(40, (i) => `${'> '.repeat(10 - (i % 10))}a line of mail\n>`)],
  ['lists and quotes nested 10 deep', lines(10, (i) => `${'  '.repeat(i)}- > - a`)],
  ['footnote stars', many('A figure * and another ** in a sentence with *emphasis* and a (paren_thesis).\n', 20_000)],
];
