import { describe, expect, it } from 'vitest';
import { differences, wrongShape } from './oracle.ts';

const before = '---\nheadline: H\nsource: S\n---\n\n';
const note = (body: string, front = 'headline: H\nsource: S') => `---\n${front}\n---\n\n${body}\n`;

describe('a formatter that changes what a note means is caught', () => {
  it.each([
    ['a dropped word', 'one two three', 'one three'],
    ['a footnote joined with the line above', 'a[^1]\n[^1]: b', 'a[^1] [^1]: b'],
    ['a list below a table made a row', '| a |\n| --- |\n2. b', '| a    |\n| ---- |\n| 2. b |'],
    ['a table joined', '| a | b |\n| --- | --- |\t\n| 1 | 2 |', '| a | b | | --- | --- | | 1 | 2 |'],
    ['an ideographic space of a cell lost', '| \u3000a |\n| --- |', '| a   |\n| --- |'],
    ['a lazy line made a row', '- | a |\n|---|', '- | a   |\n  | --- |'],
    ['a backslash in a URL', 'https://e.example/a_(b  \nc', 'https://e.example/a_(b\\\nc'],
    ['a dropped sentence after a list', '- a\n\nlast words', '- a'],
    ['Han lines joined with a space', '中文，\n中文', '中文， 中文'],
    ['Latin lines joined with nothing', 'one\ntwo', 'onetwo'],
    ['a space lost between an ideographic one and Han', '中文\u3000\n中文', '中文\u3000中文'],
    ['a space lost before an ideographic one', '`x`\n\u3000（注）', '`x`\u3000（注）'],
    ['a no-break space lost', 'a &nbsp; b', 'a b'],
    ['Hangul lines joined with nothing', '한국어\n문장', '한국어문장'],
    ['a list that starts elsewhere', '3. a\n4. b', '1. a\n2. b'],
    ['a tight list made loose', '- a\n- b', '- a\n\n- b'],
    ['a loose list made tight', '- a\n\n- b', '- a\n- b'],
    ['two lists made one', '- a\n\n* b', '- a\n\n- b'],
    ['one list made two', '1. a\n2. b', '1. a\n\n2) b'],
    ['strong around emphasis turned round', '**_a_**', '***a***'],
    ['emphasis lost inside a word', 'a*b*c', 'a_b_c'],
    ['strong made emphasis', '__a__', '_a_'],
    ['a hard break lost', 'a  \nb', 'a\nb'],
    ['a hard break made a paragraph', 'a\\\nb', 'a\n\nb'],
    ['a blank changed in a code span', '`a  b`', '`a b`'],
    ['a line of code changed', '```\na  \n```', '```\na\n```'],
    ['a tab of code changed', '```\n\ta\n```', '```\n    a\n```'],
    ['a blank line of code lost', '```\na\n\n\nb\n```', '```\na\n\nb\n```'],
    ['the language of code lost', '```js\na\n```', '```\na\n```'],
    ['the rest of an info string lost', '```js title="x"\na\n```', '```js\na\n```'],
    ['duplicate definitions in another order', '[a]\n\n[a]: /1\n[a]: /2', '[a]\n\n[a]: /2\n[a]: /1'],
    ['an unused definition dropped', 'a\n\n[b]: https://example.com/unused', 'a'],
    ['an address changed', '[a](https://example.com/?a=1&b=2)', '[a](https://example.com/?a=1&amp;b=3)'],
    ['a title lost', '[a](/u "title")', '[a](/u)'],
    ['a comment dropped', 'a\n\n<!-- TK: call -->\n\nb', 'a\n\nb'],
    ['a comment in a line dropped', 'a <!-- TK --> b', 'a b'],
    ['text that becomes a list', '2028\\. was', '2028. was'],
    ['text that becomes a heading', '\\# a', '# a'],
    ['an entity decoded into markup', '&#42;a&#42;', '*a*'],
    ['a task ticked', '- [ ] a', '- [x] a'],
    ['a cell moved', '| a | b |\n|---|---|\n| c | d |', '| a | b |\n|---|---|\n| d | c |'],
    ['an alignment lost', '| a |\n|:-:|\n| c |', '| a |\n|---|\n| c |'],
    ['a heading inside the body of another level', '## A\n\nb', '### A\n\nb'],
    ['paragraphs in another order', 'a\n\nb', 'b\n\na'],
    ['a raw tag changed', 'a <i\nclass="x">b</i>', 'a <i class="y">b</i>'],
    ['a quote that takes in the next paragraph', '> a\n\nb', '> a\nb'],
  ])('%s', (_, was, is) => expect(differences(note(was), note(is))).not.toEqual([]));
});

describe('so is one that changes a front matter or the sections', () => {
  const laws = '## Laws\n\n- a\n\n## Insight\n\nb\n\nc';
  it.each([
    ['a value rewritten', note('a', 'headline: H\nsource: S\nx: 1.10'), note('a', 'headline: H\nsource: S\nx: 1.1')],
    [
      'a number in place of a text',
      note('a', 'headline: H\nsource: S\nx: "1"'),
      note('a', 'headline: H\nsource: S\nx: 1'),
    ],
    ['a key dropped', note('a', 'headline: H\nsource: S\nx: y'), note('a')],
    ['a comment dropped', note('a', 'headline: H # desk\nsource: S'), note('a')],
    [
      'a line end folded',
      note('a', 'headline: H\nsource: S\nednote: |\n  a\n  b'),
      note('a', 'headline: H\nsource: S\nednote: a b'),
    ],
    ['a headline that comes from nowhere', 'a\n', '---\nheadline: B\n---\n\na\n'],
    ['a headline that vanishes above one like it', '# A\n\n## A\n\nb\n', '---\nheadline: B\n---\n\n## A\n\nb\n'],
    ['a headline that comes twice', '# A\n\nb\n', '---\nheadline: A\n---\n\n# A\n\n# A\n\nb\n'],
    ['a word of a headline with a bar lost', '# a \\| b\n\nd\n', '---\nheadline: "a |"\n---\n\nd\n'],
    ['a definition above the headline lost', '[a]: /u\nA\n=\n\nb\n', '---\nheadline: A\n---\n\nb\n'],
    ['a word of the headline lost', '# a&ast;b\n\nd\n', '---\nheadline: "a*"\n---\n\nd\n'],
    ['a headline that vanishes', '# A headline\n\na\n', '---\nheadline: Another\n---\n\na\n'],
    ['a source that vanishes', `${before}a\n\nSource: The Lab\n`, `${before}a\n`],
    ['a paragraph that changes its section', note(laws), note(laws.replace('\n\nc', '').replace('- a', '- a\n\nc'))],
    ['two sections made one', note('## Laws\n\n- a\n\n## Laws\n\n- b'), note('## Laws\n\n- a\n- b')],
    ['a section of another name', note(laws), note(laws.replace('Insight', 'Notes'))],
  ])('%s', (_, was, is) => expect(differences(was, is)).not.toEqual([]));
});

describe('a change of shape alone is none of meaning', () => {
  it.each([
    ['blank lines', 'a\n\n\n\nb', 'a\n\nb'],
    ['Han lines joined', '中文，\n中文\n“中”', '中文，中文“中”'],
    ['Han lines joined around a line end that is written as a reference', '*中文*\n&#10;\n中文', '*中文*\n&#10;中文'],
    ['a line of an ideographic space joined with what is behind it', '`x`\n\u3000\n（注）', '`x`\n\u3000（注）'],
    ['a line end beside full-width punctuation and code of nothing but blanks', 'a：\n`  `', 'a：`  `'],
    ['Latin lines joined', 'one\n*two*\nthree', 'one *two* three'],
    ['marks of emphasis', '*a* __b__', '_a_ **b**'],
    ['marks of a list', '* a\n* b\n    * c', '- a\n- b\n  - c'],
    ['lazy numbers', '7) a\n7) b', '7) a\n8) b'],
    ['numbers as wide as they are', '1. a\n1. b\n\n   c', '1. a\n\n2. b\n\n   c'],
    ['underlined headings', 'A *b*\n===', '# A *b*'].map((one, at) => (at > 0 ? `x\n\n${one}` : one)),
    ['closing marks', '## a ##', '## a'],
    ['rules', 'a\n\n***', 'a\n\n---'],
    ['hard breaks', 'a  \nb', 'a\\\nb'],
    ['fences', '~~~js\na\n~~~', '```js\na\n```'],
    ['a table in columns', 'a|b\n:-|-\n中|`c`', '| a  | b   |\n|:---|-----|\n| 中 | `c` |'],
    ['a table under a line of text', 'text\n| a |\n|---|\n| b |', 'text\n\n| a |\n| - |\n| b |'],
    ['a table in a loose list', '- x\n\n  a|b\n  -|-\n  c|d', '- x\n\n  | a | b |\n  | - | - |\n  | c | d |'],
    ['lazy lines', '> a\nb', '> a\n> b'],
    ['the mark of a task', '- [X] a\n- [ ] X', '- [x] a\n- [ ] X'],
    ['a line end beside a `<br>` of the writer', '~~* ！~~\n<br/>', '~~* ！~~<br/>'],
    ['needless escapes', 'a \\- b', 'a - b'],
    ['a line end beside a tilde, which strikes nothing out', '~文~\n文', '~文~ 文'],
    ['emphasis beside a tilde', '**[~__a__', '**[~**a**'],
    ['a space that micromark takes for the rest of a URL', 'www. ', 'www.'],
    [
      'code behind an empty item, which micromark tears',
      '| a |\n|---|\n0.\n\n    b\n\n    c',
      '| a |\n| - |\n\n0.\n\n```\nb\n\nc\n```',
    ],
    [
      'a footnote below a list in a quote, which micromark makes loose',
      '> 1. a\n> 2.\n> [^1]: c',
      '> 1. a\n> 2.\n>\n> [^1]: c',
    ],
    ['a line end behind a footnote, which micromark drops', '[^1]:\n> a\nb', '[^1]:\n\n> a b'],
    ['a line end before a paragraph in Chinese', 'a”\n—\n\n。', 'a” —\n\n。'],
  ] as readonly string[][])('%s', (_, was = '', is = '') => expect(differences(note(was), note(is))).toEqual([]));

  it.each([
    ['keys in order', note('a', 'source: S\nheadline: H'), note('a')],
    ['keys by their canonical names', note('a', 'hed: H\n来源: S'), note('a')],
    [
      'sections in order, by their names',
      note('b\n\n### Laws ###\n\n- a\n\nAnalysis\n---\n\nc'),
      note('b\n\n## Insight\n\nc\n\n## Laws\n\n- a'),
    ],
    [
      'sections in order, with footnotes',
      note('b\n\n## Laws\n\n- a[^1]\n\n## Insight\n\nc[^2]\n\n[^1]: d\n\n[^2]: e'),
      note('b\n\n## Insight\n\nc[^2]\n\n[^1]: d\n\n[^2]: e\n\n## Laws\n\n- a[^1]'),
    ],
    ['a headline of the text', '# A: *b*\n\nc\n', '---\nheadline: "A: b"\n---\n\nc\n'],
    ['a headline with marks by name', '# a&ast;b&lt;c\n\nd\n', '---\nheadline: "a*b<c"\n---\n\nd\n'],
    ['a headline with a bar', '# \\| &amp;\n\na\n', '---\nheadline: "| &"\n---\n\na\n'],
    ['a headline below a definition', '[a]: <b c> "d"\nA\n=\n\nb\n', '---\nheadline: A\n---\n\n[a]: <b c> "d"\n\nb\n'],
    [
      'a source below a definition',
      '---\nheadline: A\n---\n\nb\n\n[a]: /u\nSource: B\n',
      '---\nheadline: A\nsource: B\n---\n\nb\n\n[a]: /u\n',
    ],
    ['a headline above a heading of the same words', '# A\n\nA\n---\n\nb\n', '---\nheadline: A\n---\n\n## A\n\nb\n'],
    ['a no-break space in the heading of a section', note('&nbsp;\nInsight\n===\n\nb'), note('## Insight\n\nb')],
    ['a source line', note('a\n\n**Source:** The Lab', 'headline: H'), note('a', 'headline: H\nsource: The Lab')],
    ['other line ends', note('a').replaceAll('\n', '\r\n'), note('a')],
  ])('%s', (_, was, is) => expect(differences(was, is)).toEqual([]));
});

describe('the text as a file', () => {
  it.each([
    ['a byte order mark lost', '\ufeffa\n', 'a\n', 0],
    ['a byte order mark gained', 'a\n', '\ufeffa\n', 0],
    ['no line end', 'a\n', 'a', 0],
    ['two of them', 'a\n', 'a\n\n', 0],
    ['mixed line ends', 'a\r\n\r\nb\r\n', 'a\r\n\nb\r\n', 0],
    ['line ends of another system', 'a\nb\n', 'a\r\nb\r\n', 0],
    ['blanks at a line end', 'a\n', 'a \n', 0],
    ['blanks in a blank line', 'a\n\nb\n', 'a\n \nb\n', 0],
    ['blanks below a tag in prose', 'a\n', 'a\n</b>\n> b \n', 0],
    ['blanks behind what may be HTML in an item', '- a\n', '- a\n  </b>\n\n  b \n', 0],
    ['blanks behind the row of a table', '- a\n', '- | a |\n  |---|\n  | b | \n', 0],
    ['blanks behind what is indented in prose', '- a\n', '- a\n      b \n', 0],
    ['nothing at all', 'a\n', '', 1],
  ])('%s is wrong', (_, was, is, left) => expect(wrongShape(was, is, left)).not.toEqual([]));

  it.each([
    ['code and HTML', '```\na  \n  \n```\n\n<pre>\n x  \n\n</pre>\n'],
    ['Windows', '\ufeff---\r\nheadline: A\r\n---\r\n\r\na\r\n'],
    ['code right below a table in an item', '> - | a |\n>   |---|\n>       b \n'],
    ['a title over two lines', '[a]\n\n[a]: /u "x  \ny"\n'],
    ['HTML to marked alone', '- a\n  </b>\n  > b\n  >\n  > c  \n'],
    ['a value with blanks', '---\nx: |\n  a  \n---\n\na\n'],
  ])('%s is right', (_, text) => expect(wrongShape(text, text, 0)).toEqual([]));
});
