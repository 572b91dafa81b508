import fc from 'fast-check';
import { weighted } from './inlines.ts';

const PLAIN = ['Harbor Opens', '"Harbor: a \'plan\' of 2028"', "'It''s open'", '中文标题：开放', '港口 Opens 3 Sites'];
const BLOCKS = [
  '|\n  over\n\n  lines',
  '>-\n  folded\n  text',
  '>\n  a\n   b\n\n  c',
  '|2-\n    deep',
  '|+\n  keep\n\n',
  '| # why\n    # no comment\n    x',
];
const OVER_LINES = [
  'plain over\n  two lines',
  '"quoted\n  over \\\n  lines"',
  "'single\n\n  blank'",
  '\n  below',
  '\n  # a comment\n  below',
];
const ODD_SCALARS = [
  ...['', '~', 'null', '12', '1.10', '0x1F', 'true', '2024-02-31', '-0', '.inf', '!!str 3', 'a # comment', '"a" # "b"'],
  ...['"\\u4e2d\\t"', '  spaced  ', '"<!-- x -->"', '"---"', '"*em* [l](u)"', 'x#y', "'#'", 'a\tb', '"R&amp;D"'],
];
/** What YAML refuses, or takes for something else than was meant. */
const BROKEN = ['[a', '{a: b', '*nothing', '&x word', 'A: b', '@x', "'a", '`x`', '%a', '- x', '"a" b', '*em* x'];

/** Values as they are written, for a key whose value is text. */
const texts = weighted(
  [14, fc.constantFrom(...PLAIN)],
  [4, fc.constantFrom(...BLOCKS)],
  [4, fc.constantFrom(...OVER_LINES)],
  [5, fc.constantFrom(...ODD_SCALARS)],
  [1, fc.constantFrom(...BROKEN)],
);

const names = weighted(
  [4, fc.constantFrom('Ana Ruelle', '[Ana, "B, C"]', '\n  - Ana\n  - B', '\n- Ana\n- B', '[ Ana ,B, ]', '[]')],
  [1, fc.constantFrom('\n  # who\n  - Ana # x\n\n  -   B', '[Ana,\n  B]', '\n  - |\n    Ana\n  - >-\n    B')],
);
const sources = weighted(
  [
    4,
    fc.constantFrom(
      'Public Information',
      '"The Lab; The Desk"',
      '公开信息',
      '{name: Lab, url: "https://example.com/x"}',
    ),
  ],
  [
    2,
    fc.constantFrom(
      '\n  name: Lab\n  url: https://example.com/y',
      '\n  - Lab\n  - name: Desk\n    date: 2025-01-02',
      '{ name : Lab }',
      '[Lab, Desk]',
    ),
  ],
);
const instants = fc.constantFrom(
  '2025-01-02T09:30:00+08:00',
  '2025-01-02',
  '"2025-01-02T09:30:00Z"',
  '2025-01-02T09:30:00+08:00 # local',
);
const records = fc.constantFrom(
  '\n  - date: 2025-01-02\n    text: A name was wrong.',
  '\n  - {text: "x: y"}\n\n  # second\n  - text: |\n      z',
);
const images = fc.constantFrom(
  '{url: "https://example.com/i.png", alt: A}',
  '\n  url: https://example.com/i.png\n  caption: >-\n    a\n    b',
);

/** The known keys under all their names, with values that mostly fit. */
const KNOWN: readonly (readonly [readonly string[], fc.Arbitrary<string>])[] = [
  [['dek', 'subhead', 'summary', '摘要'], texts],
  [['slug'], fc.constantFrom('a-b', 'story-1')],
  [['id'], fc.constantFrom('urn:x:1', 'tag:example.com,2025:a')],
  [['url'], fc.constantFrom('https://example.com/story', '"https://example.com/s?a=b#c"')],
  [['lang'], fc.constantFrom('en', 'zh', 'zh-Hans', 'de')],
  [['byline', 'author', 'by', '作者'], names],
  [['dateline'], texts],
  [['date', 'updated', 'expires'], instants],
  [['embargo'], fc.constant('2025-01-02T09:30:00+08:00')],
  [['section', 'kicker'], fc.constantFrom('Technology', '"A & B"')],
  [['topics', 'tags', 'keywords'], names],
  [['image'], images],
  [['status'], fc.constantFrom('draft', 'ready', 'published')],
  [['corrections'], records],
  [['insight_by'], fc.constantFrom('human', 'ai', 'mixed')],
  [['source_text'], fc.constantFrom('wire.txt', 'sources/wire.md')],
  [['ednote'], texts],
];

const known = fc.constantFrom(...KNOWN).chain(([keys, values]) => fc.tuple(fc.constantFrom(...keys), values));

const foreign = fc.tuple(
  fc.constantFrom(
    'layout',
    'draft',
    '"quoted key"',
    "'k'",
    '编辑',
    'x_y',
    'my key',
    '1',
    'Headline',
    'sorce',
    'k.l',
    '? complex\n',
    '<<',
  ),
  weighted(
    [4, texts],
    [2, names],
    [
      1,
      fc.constantFrom(
        '{a: 1, b: [c, {d: e}]}',
        '\n  a: 1\n\n  # in\n  b:\n  - c',
        '&x\n  a: 1',

        '{a: 1, # in\n  b: 2}',
        '!tag x',
      ),
    ],
  ),
);

/** The headline and the source, each under one of its names. */
const headline = fc.tuple(
  fc.constantFrom('headline', 'headline', 'headline', 'hed', 'title', '标题', '"headline"'),
  texts,
);
const source = fc.tuple(fc.constantFrom('source', 'source', 'source', 'sources', 'attribution', '来源'), sources);

const BEFORE = [
  '',
  '',
  '',
  '',
  '',
  '',
  '# a comment\n',
  '\n',
  '\n\n',
  '  # indented\n',
  '# one\n\n# two: x\n',
  '   \n',
];
const COLONS = [': ', ': ', ': ', ': ', ':  ', ' : ', ':\t'];

interface Entry {
  readonly pair: readonly [string, string];
  readonly before: string;
  readonly colon: string;
  readonly after: string;
}

const entry = (pair: fc.Arbitrary<[string, string]>): fc.Arbitrary<Entry> =>
  fc.record({
    pair,
    before: fc.constantFrom(...BEFORE),
    colon: fc.constantFrom(...COLONS),
    after: fc.constantFrom('', '', '', '', '', ' ', '  # end', '\n# below', '\n'),
  });

function entryText({ pair: [key, value], before, colon, after }: Entry): string {
  const between = value.startsWith('\n') || value === '' ? colon.trimEnd() : colon;
  const tail = value.includes('\n') && !after.startsWith('\n') ? '' : after;
  return before + (key.endsWith('\n') ? key + between.trimStart() : key + between) + value + tail;
}

/** Lines that are YAML of some other shape, or none. */
const ODD = [
  '{headline: A, source: B}',
  '{\n  headline: A, # x\n  "source": [B, C]\n}',
  '- a\n- b',
  'just words',
  '',
  '# nothing',
  '"headline": A\n"source": B',
  'base: &b {x: 1}\nuse: *b\nsource: A\n<<: *b\nheadline: B',
  'source: &s Lab\nednote: *s\nheadline: A',
  'dek: &a\n  - 1\nheadline: A\nx: *a\nsource: &b B\ny: [*b, *a]',
  '? headline\n: A\n? source\n: B',
  '? headline\n: A\nsource: B',
  '%YAML 1.2',
  'a: b: c',
  '\tkey: x',
  'headline: A\n...\nsource: B',
];

const more = fc.uniqueArray(
  fc.oneof({ weight: 5, arbitrary: entry(known) }, { weight: 2, arbitrary: entry(foreign) }),
  {
    maxLength: 6,
    selector: ({ pair: [key] }) => key,
  },
);

const lines: fc.Arbitrary<string> = fc
  .tuple(
    fc.option(entry(headline), { freq: 9, nil: undefined }),
    fc.option(entry(source), { freq: 9, nil: undefined }),
    more,
    fc.nat({ max: 6 }),
  )
  .map(([first, second, others, at]) => {
    const given = [first, second].filter((line) => line !== undefined);
    // Where the headline and the source stand among the others is a matter of chance.
    const all = [...others.slice(0, at), ...(at % 2 === 0 ? given : given.reverse()), ...others.slice(at)];
    return all.map(entryText).join('\n');
  });

const yaml = weighted([12, lines], [1, fc.constantFrom(...ODD)]);

/** What stands before the text: front matter between its fences, mostly; or nothing; or something that is none. */
export const frontMatter: fc.Arbitrary<string> = weighted(
  [
    16,
    fc
      .tuple(
        fc.constantFrom('---', '---', '---', '---', '---', '--- ', '--- yaml', '---yaml'),
        yaml,
        fc.constantFrom('---', '---', '---', '---  '),
        fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n', '\n \n'),
      )
      .map(([open, text, close, gap]) => `${open}\n${text}${text === '' ? '' : '\n'}${close}${gap}`),
  ],
  [3, fc.constant('')],
  [
    1,
    fc.constantFrom(
      '----\n\n',
      '---js\nx\n---\n',
      '\n---\nheadline: A\n---\n',
      '---\nheadline: A\n',
      '***\n\n',
      '{"headline": "A"}\n',
    ),
  ],
);
