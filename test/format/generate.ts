import fc from 'fast-check';
import { block, blocks, gap, heading, listed } from './generate/blocks.ts';
import { frontMatter } from './generate/front-matter.ts';
import { plain, prose, weighted } from './generate/inlines.ts';

/** The words of a section's heading: canonical, aliases, in Chinese, the house's labels, and what nobody knows. */
const NAMES = {
  insight: [
    'Insight',
    'Insight',
    'insight',
    'Analysis',
    'AI Insight',
    'ABAB AI Insight',
    '洞察',
    '分析',
    'ABAB AI 洞察',
  ],
  laws: [
    'Laws',
    'Laws',
    'Cognitive Laws',
    'ABAB News · Cognitive Laws',
    'ABAB News • cognitive laws:',
    '认知定律',
    '定律',
  ],
  notes: ['Notes', 'Scratch', '备注', '笔记'],
  unknown: ['Timeline', 'Insights', '附录', '*Laws*', 'Back  ground'],
} as const;
const ROLES = ['Background', 'Capital', 'Comparison', 'Essence', '背景', '比较', 'Another part'];

/** The same heading at a level, with closing marks or without, or underlined. */
const headed = (names: readonly string[], levels: readonly number[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom(...levels),
      fc.constantFrom('', '', '', ' ##', ' #', '  '),
      fc.constantFrom('', '', ' '),
    )
    .map(([name, level, closing, before]) =>
      level > 0 ? `${before}${'#'.repeat(level)} ${name}${closing}` : `${name}\n${level === 0 ? '===' : '---'}`,
    );

const LEVELS = [2, 2, 2, 2, 1, 3, 4, 0, -1];

const after = (title: fc.Arbitrary<string>, content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(title, gap, content).map((parts) => parts.join(''));

const insight = after(
  headed(NAMES.insight, LEVELS),
  weighted(
    [
      2,
      fc
        .array(after(headed(ROLES, [3, 3, 3, 4, 2]), block), { minLength: 1, maxLength: 4 })
        .map((parts) => parts.join('\n\n')),
    ],
    [2, blocks(2)],
  ),
);
const laws = after(headed(NAMES.laws, LEVELS), weighted([3, listed(plain)], [2, blocks(2)]));
const other = after(
  weighted([2, headed(NAMES.notes, LEVELS)], [2, headed(NAMES.unknown, LEVELS)], [1, heading]),
  blocks(1),
);

/** Sections, mostly each once and in their order, and whatever else people make of them. */
const sections: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.oneof(insight, laws, other)) },
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 4, arbitrary: fc.tuple(insight, laws) },
  { weight: 1, arbitrary: fc.tuple(insight, laws, other) },
  { weight: 2, arbitrary: fc.tuple(laws, other, insight) },
  { weight: 1, arbitrary: fc.tuple(other, laws, insight, other) },
  { weight: 1, arbitrary: fc.array(fc.oneof(insight, laws, other), { maxLength: 4 }) },
);

const headline = weighted(
  [8, fc.constant('')],
  [2, prose.map((text) => `# ${text.replace(/\s*\n\s*/g, ' ')}\n\n`)],
  [
    1,
    fc.constantFrom(
      '# Harbor Opens\n\n',
      'Harbor *Opens*\n===\n\n',
      "# A: 'b' #\n",
      '<!-- mark -->\n\n# Harbor Opens\n\n',
      '#\n\n',
    ),
  ],
);
const SOURCES = [
  'Source: The Lab',
  '**Source:** The Lab',
  '**Source: [Lab](https://example.com/lab)**',
  'Sources: A; [B](/b); *C*',
  '来源：公开信息；实验室',
  'source : Public Information',
  'Source:',
  'Source: Public\nInformation',
];
const sourceLine = weighted([4, fc.constant('')], [1, fc.constantFrom(...SOURCES).map((line) => `\n\n${line}`)]);

/** What a file's end and its lines' ends may be. */
interface Ends {
  readonly eol: 'lf' | 'crlf' | 'cr' | 'mixed';
  readonly bom: boolean;
  readonly tail: string;
}

const ends: fc.Arbitrary<Ends> = fc.record({
  eol: fc.constantFrom('lf', 'lf', 'lf', 'lf', 'lf', 'lf', 'crlf', 'crlf', 'mixed', 'cr'),
  bom: fc.constantFrom(false, false, false, false, false, false, false, true),
  tail: fc.constantFrom('\n', '\n', '\n', '\n', '', '\n\n', '\n  \n', '  '),
});

function ended(text: string, { eol, bom, tail }: Ends): string {
  const ends = { lf: ['\n'], crlf: ['\r\n'], cr: ['\r'], mixed: ['\n', '\r\n', '\n', '\r'] }[eol];
  let line = 0;
  const all = (text + tail).replace(/\n/g, () => ends[line++ % ends.length] ?? '\n');
  return (bom ? '\ufeff' : '') + all;
}

/**
 * The text of a whole note, in every shape that the house's grammar, CommonMark, GFM and YAML allow and in some that they
 * do not. It shrinks to a smaller note.
 */
export const noteText: fc.Arbitrary<string> = fc
  .tuple(
    frontMatter,
    headline,
    weighted([6, blocks(2)], [3, plain]),
    sourceLine,
    sections,
    weighted([5, fc.constant('\n\n')], [1, fc.constantFrom('\n', '\n\n\n', '\n \n')]),
    ends,
  )
  .map(([front, title, body, source, parts, between, end]) =>
    ended(front + title + [body + source, ...parts].join(between), end),
  );

/** The body of a note alone, under a front matter that is in shape. */
export const bodyText: fc.Arbitrary<string> = blocks(3);
