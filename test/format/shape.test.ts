import { describe, expect, test } from 'vitest';
import { format } from '../../src/format.ts';

/* The one shape, construct by construct. What is written on the left becomes what stands on the right, and that stays. */

const FRONT = '---\nheadline: H\nsource: S\n---\n';

async function shaped(body: string): Promise<string | undefined> {
  const { text, unformatted } = await format(`${FRONT}\n${body}`);
  expect(unformatted).toEqual([]);
  expect((await format(text ?? '')).text).toBe(text);
  return text?.slice(FRONT.length + 1);
}

const blocks: readonly (readonly [name: string, written: string, shape: string])[] = [
  [
    'paragraphs stand on one line each',
    'One line\nand  another \n  and a third.\n',
    'One line and  another and a third.\n',
  ],
  ['one blank line between blocks', 'a\n\n\n\nb\n \t\n# c\nd\n', 'a\n\nb\n\n# c\n\nd\n'],
  ['one final newline', 'a\n\n\n', 'a\n'],
  ['a missing final newline', 'a', 'a\n'],
  ['a hard break is a backslash', 'a  \nb\\\nc   \n  d\n', 'a\\\nb\\\nc\\\nd\n'],
  ['no hard break at the end', 'a  \n', 'a\n'],
  ['underlined headings', 'A *b*\nc\n===\n\nD\n---\n', '# A *b* c\n\n## D\n'],
  ['closing marks of headings', '### A ###\n\n## B#\n\n#   C\n', '### A\n\n## B#\n\n# C\n'],
  ['what would be closing marks', 'A #\n---\n', '## A \\#\n'],
  ['an underlined heading that breaks stays one', 'A\\\nb\n---\n', 'A\\\nb\n---\n'],
  ['an empty heading', '## \n\na\n', '##\n\na\n'],
  ['bullets', '* a\n* b\n', '- a\n- b\n'],
  ['adjacent lists have other marks', '* a\n\n+ b\n\n- c\n', '- a\n\n* b\n\n- c\n'],
  ['a comment parts two lists', '* a\n\n<!-- x -->\n\n* b\n', '- a\n\n<!-- x -->\n\n- b\n'],
  ['numbered lists are numbered', '3) a\n3) b\n7) c\n', '3. a\n4. b\n5. c\n'],
  ['adjacent numbered lists', '1) a\n\n1. b\n', '1. a\n\n1) b\n'],
  ['a number that is as large as can be', '999999999. a\n1. b\n', '999999999. a\n999999999. b\n'],
  ['a loose list', '* a\n\n\n* b\n* c\n', '- a\n\n- b\n\n- c\n'],
  [
    'items with several blocks',
    '1.  a\n\n    b\n\n        code\n\n    > c\n    d\n',
    '1. a\n\n   b\n\n       code\n\n   > c d\n',
  ],
  ['nesting', '*   a\n    *   b\n        1)  c\n            d\n', '- a\n  - b\n    1. c d\n'],
  ['a list within one line', '* * 1) a\n', '- - 1. a\n'],
  ['tasks keep their boxes', '* [ ] a\n* [x] b\n* [X] c\n', '- [ ] a\n- [x] b\n- [X] c\n'],
  ['an empty item', '*\n* a\n', '-\n- a\n'],
  ['an item that starts with code', '*     code\n\n      b\n', '-     code\n\n      b\n'],
  ['tabs', '*\ta\n\n\tb\n', '- a\n\n  b\n'],
  [
    'code behind a list is fenced, or it would be of the list',
    '* a\n\n      b\n\n<!-- -->\n\n    c\n',
    '- a\n\n      b\n\n<!-- -->\n\n    c\n',
  ],
  ['indented code behind a list of less', ' -    a\n\n     b\n', '- a\n\n```\n b\n```\n'],
  ['quotes', '>a\nb\n>\n>\n> c\n>> d\n', '> a b\n>\n> c\n>\n> > d\n'],
  ['blank lines behind HTML in a quote', '> </div>\n> \t\n> \n\nx\n', '> </div>\n\nx\n'],
  ['a quote in an item', '* > a\n  b\n', '- > a b\n'],
  ['rules', '***\n\n_ _ _\n\na\n\n-----\n', '---\n\n---\n\na\n\n---\n'],
  ['rules in items', '* a\n\n  ---\n\n- ***\n', '- a\n\n  ***\n\n* ---\n'],
  ['fences', '~~~ js  x \na\n~~~\n\n````\n```\n````\n', '```js  x\na\n```\n\n````\n```\n````\n'],
  [
    'code is not touched',
    '```\n a  \n\n\n\tb\n```\n\n    c  \n\n\n    d\n',
    '```\n a  \n\n\n\tb\n```\n\n    c  \n\n\n    d\n',
  ],
  ['an empty fence', '```\n```\n\n```\n\n```\n', '```\n```\n\n```\n\n```\n'],
  ['a fence that needs tildes', '~~~ a`b\nc\n~~~\n', '~~~a`b\nc\n~~~\n'],
  ['a fence that is not closed stays, blank lines and all', '```\na  \n\n', '```\na  \n\n'],
  [
    'tables',
    'a|b\n-|:-:\n1|2|3\n汉字|`x|y`\n|\n',
    '| a    |  b  |\n| ---- | :-: |\n| 1    |  2  | 3 |\n| 汉字 | `x  | y` |\n|      |     |\n',
  ],
  ['bars in cells', '| a |\n|-|\n| 1 \\| 2 |\n', '| a      |\n| ------ |\n| 1 \\| 2 |\n'],
  ['HTML stays', '<div>\n  *a*\n</div>\n\nb\n', '<div>\n  *a*\n</div>\n\nb\n'],
  [
    'comments stay where they stand',
    '<!-- a\n   b -->\nc <!-- d -->\n<!-- e -->\n<!-- f -->\n',
    '<!-- a\n   b -->\n\nc <!-- d -->\n\n<!-- e -->\n<!-- f -->\n',
  ],
  ['definitions stay', '[a]:   /u  "t"\n[b]: <v>\n\n[a] [b]\n', '[a]:   /u  "t"\n[b]: <v>\n\n[a] [b]\n'],
  ['blanks behind a footnote go', '> > [^1]: b\n> >  \n> c\n', '> > [^1]: b\n>\n> c\n'],
  ['footnotes stay', 'a[^1]\n\n[^1]: b\n  c\n', 'a[^1]\n\n[^1]: b\n  c\n'],
];

const inlines: typeof blocks = [
  ['emphasis', '_a_ and __b__, *c* **d**\n', '*a* and **b**, *c* **d**\n'],
  ['both at once', '___a___ and **_b_** and _**c**_\n', '***a*** and **_b_** and _**c**_\n'],
  ['beside stars', '_a_*b* *c*_d_\n', '_a_*b* *c*_d_\n'],
  ['words with underscores', 'a_b_c and __init__.py and _a_b\n', 'a_b_c and **init**.py and _a_b\n'],
  ['code over two lines', '`a\nb` ``c\n`d``\n', '`a b` ``c `d``\n'],
  [
    'links over two lines',
    '[a\nb](/u\n"t") ![c\nd](/e) [f\ng][h\ni]\n\n[h i]: /j\n',
    '[a b](/u "t") ![c d](/e) [f g][h i]\n\n[h i]: /j\n',
  ],
  ['HTML over two lines', 'a <b\nc="d">\ne\n', 'a <b\nc="d"> e\n'],
  ['what was right is not escaped', '2*3 [x] a_b <3 & &amp; \\* 1. # -\n', '2*3 [x] a_b <3 & &amp; \\* 1. # -\n'],
  ['a line that starts like a list', 'born in\n1986. So\n', 'born in 1986. So\n'],
  ['Han joins with nothing', '一家公司本周\n启用了，\n“新”\n实验室。\n', '一家公司本周启用了，“新”实验室。\n'],
  ['Han and Latin join with a space', '公司\nOpenAI\n发布\n', '公司 OpenAI 发布\n'],
  ['Hangul joins with a space', '한국\n사람\n', '한국 사람\n'],
  ['an ideographic space is a character beside a line end', '`x`\n\u3000\n（注）\n', '`x` \u3000（注）\n'],
  ['so is a no-break space', '中文&nbsp;\n中文\n\u00a0中文\n', '中文&nbsp; 中文 \u00a0中文\n'],
  ['blanks in code are no blanks of the line', '汉：\n`  `\n：`汉 `\n汉\n` 汉`\n', '汉：`  `：`汉 ` 汉 ` 汉`\n'],
  ['Han through marks', '**汉**\n字[字](/u)\n“好”\n', '**汉**字[字](/u)“好”\n'],
  ['a join that would undo marks is not made', '字\n**“汉”**\n字\n', '字\n**“汉”**\n字\n'],
  ['emoji', '👩‍🚀\n🚀 fin\n', '👩‍🚀 🚀 fin\n'],
];

describe('blocks', () => {
  test.each(blocks)('%s', async (_, written, shape) => {
    expect(await shaped(written)).toBe(shape);
  });
});

describe('inline text', () => {
  test.each(inlines)('%s', async (_, written, shape) => {
    expect(await shaped(written)).toBe(shape);
  });
});
