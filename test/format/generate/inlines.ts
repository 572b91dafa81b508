import fc from 'fast-check';

/** A piece that is as likely as its weight says. */
const weighted = (...parts: readonly [number, fc.Arbitrary<string>][]): fc.Arbitrary<string> =>
  fc.oneof(...parts.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const LATIN =
  'desk|rate|Harbor|the|of|2028|12%|$1.3|R&D|AT&T|O’Dowd|"quoted"|\'term\'|x_y_z|a*b|5*3*2|snake_case|C#|--|...|Q3:|(see)|é|naïve|I.|v1.2';
const HAN =
  '中文|实验室|宣布|，|。|“引号”|：|！|（注）|《书》|第3季|AI模型|カタカナ|ひらがな|ー|한국어|문장|ＡＢＣ|３|、|…|——|·|𠮷|々';
const ODD = '😀|👩‍👩‍👧|🇨🇳|\u00a0|\u3000|\u200b|\u2028|é|ﷺ|\u202eabc|�';
/** Characters that mean something where they happen to stand. */
const MARKS =
  '*¦_¦**¦__¦***¦~¦~~¦`¦``¦[¦]¦![¦](¦)¦<¦>¦&¦\\¦\\\\¦#¦+¦-¦=¦:¦!¦"¦\'¦@¦^¦{¦}¦--¦1.¦2)¦- ¦> ¦# ¦---¦===¦```¦~~~¦[x]¦[ ]¦[^1]¦<!--¦-->¦<b>¦</b>¦http://¦www.¦|';

const words = (list: string, between = '|') => fc.constantFrom(...list.split(between));
const latin = words(LATIN);
const han = words(HAN);

/** What stands between two pieces: mostly a space, and every kind of line end. */
const separator = weighted(
  [12, fc.constant(' ')],
  [3, fc.constant('')],
  [4, fc.constant('\n')],
  [1, fc.constantFrom('  \n', '\\\n', '   \n', ' \n', '\n  ', '\n\t', '  ', '\t', ' \\\n')],
);

/** Pieces with what stands before each; shrinks to fewer of them. */
const joined = (piece: fc.Arbitrary<string>, maxLength: number, between = separator): fc.Arbitrary<string> =>
  fc
    .tuple(piece, fc.array(fc.tuple(between, piece), { maxLength }))
    .map(([first, rest]) => first + rest.map(([before, text]) => before + text).join(''));

const address = fc.constantFrom(
  'https://example.com/a?b=1&c=2',
  'https://example.com/a_b_c',
  'http://a.example/(x)',
  '/u',
  '<b c>',
  '<>',
  'https://例え.jp/道',
  'u\\_v',
  'mailto:a@b.example',
  '#part',
);
const title = fc.constantFrom('', '', ' "t"', ' \'t "x"\'', ' (t)', ' "a\nb"', ' "&quot;\\""');
const label = fc.constantFrom('a', 'b', 'A B', '中', 'a*b*', 'ref', 'nowhere');
const AUTOLINKS = [
  '<https://example.com/x>',
  '<a@b.example>',
  'https://example.com/bare_path_',
  'https://example.com/x).',
  'www.example.com',
  'a@b.example',
  '<ftp://a.example>',
  'http://a.example/中文',
];
const HTML = ['<b>', '</b>', '<br>', '<br/>', '<i\nclass="x  y">', '<span title=">">', '<?php ?>', '<![CDATA[a\n b]]>'];
const COMMENTS = ['<!-- TK: check -->', '<!--x-->', '<!-- a\nb  -->', '<!-- TK -->', '<!--  -->', '<!-- open', '<!-->'];
const REFERENCES = ['&amp;', '&#42;', '&nbsp;', '&#x4E2D;', '&copy', '&lt;b&gt;', '&nosuch;', '&#10;', '&ast;a&ast;'];
const ESCAPES = [
  '\\*',
  '\\_',
  '\\[',
  '\\`',
  '\\<',
  '\\#',
  '\\&amp;',
  '\\\\',
  '\\a',
  '1\\.',
  '\\-',
  '\\|',
  '\\~',
  '\\!',
];

const code = fc
  .tuple(
    fc.constantFrom(1, 1, 1, 2, 3),
    fc.constantFrom(
      'x',
      ' a ',
      '  ',
      'a  b',
      '`',
      ' `` ',
      '*a*',
      'a\nb',
      '\\',
      '<b>',
      '中\n文',
      '|',
      'x\n  y',
      '&amp;',
    ),
  )
  .map(([ticks, inner]) => '`'.repeat(ticks) + inner + '`'.repeat(ticks));

const DELIMITERS = ['*', '_', '**', '__', '***', '___', '~~', '~', '*', '_', '**'] as const;

const simple = weighted(
  [14, latin],
  [8, han],
  [2, words(ODD)],
  [3, fc.constantFrom(...ESCAPES)],
  [2, fc.constantFrom(...REFERENCES)],
  [2, fc.constantFrom(...AUTOLINKS)],
  [1, fc.constantFrom(...HTML)],
  [1, fc.constantFrom(...COMMENTS)],
  [2, code],
  [2, words(MARKS, '¦')],
  [1, label.map((to) => `[${to}]`)],
  [1, label.map((to) => `[${to}][]`)],
);

const short = (piece: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  joined(piece, 2, fc.constantFrom(' ', ' ', '', '\n'));

const bang = fc.constantFrom('', '!');

/** Emphasis, links and images around pieces that may hold the same, `depth` deep. */
function pieces(depth: number): fc.Arbitrary<string> {
  if (depth === 0) return simple;
  const inner = short(pieces(depth - 1));
  return weighted(
    [26, simple],
    [
      5,
      fc
        .tuple(fc.constantFrom(...DELIMITERS), inner, fc.boolean())
        .map(([mark, text, mirrored]) => mark + text + (mirrored ? [...mark].reverse().join('') : mark)),
    ],
    [1, fc.tuple(bang, inner, address, title).map(([mark, text, to, say]) => `${mark}[${text}](${to}${say})`)],
    [1, fc.tuple(bang, inner, label).map(([mark, text, to]) => `${mark}[${text}][${to}]`)],
  );
}

const piece = pieces(3);

/** Prose over lines: words of two scripts, and all that CommonMark and GFM know inside a paragraph. */
export const prose: fc.Arbitrary<string> = joined(piece, 10);

/** A few pieces on one line, as a heading or a cell holds them. */
export const phrase: fc.Arbitrary<string> = short(piece).map((text) => text.replace(/\s*\n\s*/g, ' '));

/** Plain words in a language or two, hard-wrapped: what most notes are made of. */
export const plain: fc.Arbitrary<string> = joined(
  weighted([6, latin.filter((word) => /^\p{L}/u.test(word))], [4, han]),
  14,
  weighted([9, fc.constant(' ')], [2, fc.constant('\n')], [3, fc.constant('')]),
);

/** Marks in any order, which mostly mean nothing. */
export const noise: fc.Arbitrary<string> = joined(weighted([3, words(MARKS, '¦')], [2, latin], [1, words(ODD)]), 6);

export { weighted };
