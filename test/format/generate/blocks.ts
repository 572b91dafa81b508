import fc from 'fast-check';
import { noise, phrase, plain, prose, weighted } from './inlines.ts';
import { table } from './tables.ts';

const indent = fc.constantFrom('', '', '', '', ' ', '   ');

const atx = fc
  .tuple(
    indent,
    fc.integer({ min: 1, max: 7 }),
    fc.constantFrom(' ', ' ', '\t', '', '   '),
    phrase,
    fc.constantFrom('', '', ' #', ' ##  ', '#', ' \\#'),
  )
  .map(([before, level, blank, text, closing]) => before + '#'.repeat(level) + blank + text + closing);

const setext = fc
  .tuple(plain, fc.constantFrom('=', '==', '---', '-', '   ===', '--- ', '----------'))
  .map(([text, rule]) => `${text}\n${rule}`);

const rule = fc.constantFrom('---', '***', '___', ' - - -', '*  *  *', '_____  ', '-----');

const CODE_LINES = [
  'x = 1',
  '\ty',
  '  z  ',
  '',
  '```',
  '~~~',
  '# no heading',
  '- no item',
  '---',
  '    deep',
  '<!-- c -->',
  '中文  ',
  '\\',
  '> q',
];
const codeLines = fc.array(fc.constantFrom(...CODE_LINES), { maxLength: 5 });

const fence = fc
  .tuple(
    indent,
    fc.constantFrom('```', '~~~', '````', '~~~~~'),
    fc.constantFrom('', '', 'js', ' python title="x" ', ' a&amp;b', 'sh\\_x'),
    codeLines,
    fc.constantFrom('', '', '', '', '', '', '`', '  ', undefined),
  )
  .map(([before, mark, info, lines, closing]) => {
    const opener = before + mark + info;
    const tail = closing === undefined ? [] : [before + mark + (closing === '`' ? mark.charAt(0) : closing)];
    return [opener, ...lines.map((line) => before + line), ...tail].join('\n');
  });

const indented = fc
  .tuple(
    fc.constantFrom('    ', '    ', '\t', '     ', '  \t'),
    codeLines.filter((lines) => lines.some((line) => line.trim() !== '')),
  )
  .map(([before, lines]) => lines.map((line) => (line === '' ? '' : before + line)).join('\n'));

const html = fc.constantFrom(
  '<div>\n  <p>x\n</div>',
  '<table>\n<tr><td>\n\n*a*\n\n</td></tr></table>',
  '<script>\nlet a;\n\nb  \n</script>',
  '<pre>\n x  \n\n  y\n</pre>',
  '<b>inline</b> start',
  '<?x\n\ny?>',
  '<custom-tag a="b">\ntext *x*\n</custom-tag>',
  '</div>',
  '<img src="x">',
);

const comment = fc.constantFrom(
  '<!-- TK: call the ministry -->',
  '<!-- a\n\n  b  \n-->',
  '<!-- x --> and *more*',
  ' <!-- y -->',
  '<!-- never closed\n\nrest',
  '<!---->',
);

const definition = fc
  .tuple(
    fc.constantFrom('a', 'b', 'A  B', '中', 'a*b*', 'ref', 'unused', '^1', '//'),
    fc.constantFrom('/u', 'https://example.com/d', '<b c>', '<>', 'HTTPS://EXAMPLE.COM', '\n  /v'),
    fc.constantFrom('', '', ' "t"', " 'u'", '\n"over\nlines"', ' (p)', ' "bad" x'),
    indent,
  )
  .map(([label, to, title, before]) => `${before}[${label}]: ${to}${title}`);

const definitions = fc.array(definition, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

/** Between two blocks: mostly one blank line, and all that people leave there. */
const gap = weighted(
  [8, fc.constant('\n\n')],
  [2, fc.constant('\n')],
  [2, fc.constantFrom('\n\n\n', '\n \n', '\n\t\n\n', '\n\n\n\n\n', '  \n\n', '\n    \n', '\n\u00a0\n\n')],
);

const stacked = (one: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(one, fc.array(fc.tuple(gap, one), { maxLength }))
    .map(([first, rest]) => first + rest.map(([between, text]) => between + text).join(''));

const quoted = (content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(content, fc.constantFrom('> ', '> ', '>', ' > ', '>\t', '>  '), fc.integer({ min: 0, max: 7 }))
    .map(([text, mark, lazy]) =>
      (lazy === 4 ? `[!note]\n${text}` : text)
        .split('\n')
        .map((line, at) => (at > 0 && lazy > 4 && at % (lazy - 3) === 0 ? line : line === '' ? '>' : mark + line))
        .join('\n'),
    );

interface Item {
  readonly text: string;
  readonly pad: string;
  readonly between: string;
  readonly task: string;
  /** Off the right indentation by so many spaces; the last two are lazy. */
  readonly off: number;
}

const markers = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('-', '*', '+').map((bullet) => () => bullet) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(1, 1, 1, 0, 2, 7, 12, 2028, 999_999_999),
        fc.constantFrom('.', '.', ')'),
        fc.constantFrom(0, 1, 1, 2),
      )
      .map(
        ([start, end, step]) =>
          (at: number) =>
            `${start + at * step}${end}`,
      ),
  },
  {
    // Adjacent lists of several kinds.
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom('-', '*', '+', '1.', '1)', '3.'), { minLength: 2, maxLength: 3 })
      .map((list) => (at: number) => list[at % list.length] ?? '-'),
  },
);

function listed(content: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const item: fc.Arbitrary<Item> = fc.record({
    text: weighted([9, content], [1, fc.constant('')]),
    pad: fc.constantFrom(' ', ' ', ' ', '  ', '   ', '    ', '\t', '      '),
    between: weighted([6, fc.constant('\n')], [3, fc.constant('\n\n')], [1, fc.constantFrom('\n\n\n', '\n  \n')]),
    task: fc.constantFrom('', '', '', '', '[ ] ', '[x] ', '[X] '),
    off: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, -1, -99),
  });
  return fc
    .tuple(indent, markers, fc.array(item, { minLength: 1, maxLength: 4 }))
    .map(([before, marker, items]) =>
      items.map((one, at) => (at > 0 ? one.between : '') + itemText(before, marker(at), one)).join(''),
    );
}

function itemText(before: string, marker: string, { text, pad, task, off }: Item): string {
  const width = before.length + marker.length + (pad === '\t' || pad.length > 4 ? 1 : pad.length);
  const inner = pad === '\t' && off === 0 ? '\t' : ' '.repeat(Math.max(0, width + off));
  const lines = (task + text).split('\n');
  const rest = lines.slice(1).map((line) => (line === '' ? '' : inner + line));
  return [before + marker + (text === '' ? '' : pad) + (lines[0] ?? ''), ...rest].join('\n');
}

const LEAVES = weighted(
  [10, prose],
  [8, plain],
  [2, noise],
  [3, table],
  [2, fence],
  [1, indented],
  [1, html],
  [1, comment],
  [2, definitions],
  [1, rule],
);

function nested(depth: number): fc.Arbitrary<string> {
  if (depth === 0) return LEAVES;
  const inner = nested(depth - 1);
  const content = stacked(inner, 2);
  return weighted([8, LEAVES], [4, listed(weighted([3, plain], [3, content]))], [2, quoted(content)], [1, atx]);
}

/** One block of any kind, with blocks in it down to three levels. */
export const block: fc.Arbitrary<string> = nested(3);

/** Some blocks, and what people leave between them. */
export const blocks = (maxLength: number): fc.Arbitrary<string> =>
  stacked(weighted([9, block], [1, setext]), maxLength);

/** Any heading, of a section or not. */
export const heading: fc.Arbitrary<string> = weighted([3, atx], [1, setext]);

export { gap, listed };
