import type { Counts } from '../../model/house.ts';
import type { NoteBlock } from '../../model/note.ts';
import { type Passage, sourceSpan } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import { graphemes } from '../../typography/index.ts';
import type { RuleContext } from '../context.ts';
import { lengthOf } from '../prose/words.ts';
import type { Rule } from '../rule.ts';
import { INSIGHT } from './insight-rules.ts';
import { threeLaws } from './law-rules.ts';

type Range = Counts[keyof Counts];

interface Measured {
  readonly count: number;
  /** In the singular: `word`. */
  readonly unit: string;
  readonly span: Span;
}

interface LengthRule extends Omit<Rule, 'severity' | 'check'> {
  readonly counts: keyof Counts;
  /** What is measured, as the message names it. */
  readonly subject: string;
  readonly tooLong: (context: RuleContext) => string;
  readonly tooShort: (context: RuleContext) => string;
  readonly measure: (context: RuleContext, range: Range) => Iterable<Measured>;
}

/** Reports a length outside the range of the house. Rules for missing parts report a length of zero. */
function lengthRule({ counts, subject, tooLong, tooShort, measure, ...rule }: LengthRule): Rule {
  return {
    options: [`counts.${counts}`],
    ...rule,
    severity: 'warning',
    *check(context) {
      const range = context.house.counts[counts];
      const { min, max } = range;
      for (const { count, unit, span } of measure(context, range)) {
        if (count === 0 || (count >= min && count <= max)) continue;
        const isLong = count > max;
        const wanted = min === max ? max : isLong ? `at most ${max}` : `at least ${min}`;
        const message = `${subject} has ${count} ${unit}${count === 1 ? '' : 's'}; the house wants ${wanted}`;
        yield { message, advice: isLong ? tooLong(context) : tooShort(context), span };
      }
    },
  };
}

export const headlineLength = lengthRule({
  id: 'headline-length',
  group: 'headline',
  what: 'A headline that is longer or shorter than the house allows.',
  why: 'Feeds, phones and cards cut off long headlines, often in the wrong place. The headline of the reference post has 101 characters. Length counts the characters that a reader sees.',
  bad: {
    front: {
      headline:
        '"Chipmaker Opens \'Self-Driving\' Laboratory in Which Robots Plan, Run and Repeat Their Experiments at Night Without Anyone There"',
    },
  },
  good: { front: { headline: `"Chipmaker Opens 'Self-Driving' Lab: Robots May Run Night Shifts"` } },
  counts: 'headline',
  subject: 'headline',
  tooLong: () => 'Shorten the headline.',
  tooShort: () => 'Write a longer headline.',
  *measure({ headline, isForeign }, { min, max }) {
    // A character has one UTF-16 unit or more, so most headlines need not be split into characters, which is slow.
    if (isForeign || !headline || (headline.text.length <= max && headline.text.length >= 2 * min)) return;
    const characters = graphemes(headline.text);
    const start = characters.slice(0, characters.length > max ? max : 0).join('').length;
    const span = sourceSpan(headline, { start, end: headline.text.length });
    yield { count: characters.length, unit: 'character', span };
  },
});

export const bodyLength = lengthRule({
  id: 'body-length',
  group: 'body',
  what: 'A body with more or fewer paragraphs than the house allows.',
  why: 'The body says what happened, who said so and why it matters; the insight does the rest. The reference post has three paragraphs. A list or a block quotation counts as one paragraph unless a line with a colon introduces it. Tables, images and code do not count.',
  bad: { body: 'A chipmaker opened a laboratory in which robots plan and run experiments at night.' },
  good: {
    body: 'A chipmaker opened a laboratory in which robots plan and run experiments at night.\n\nIt plans two more.',
  },
  counts: 'body',
  subject: 'body',
  tooLong: () => 'Cut or join paragraphs.',
  tooShort: () => 'Write more paragraphs.',
  *measure(context, { max }) {
    const counted = bodyParagraphs(context);
    const last = counted[max] ?? counted.at(-1);
    if (last) yield { count: counted.length, unit: 'paragraph', span: last.span };
  },
});

/** The blocks of the body that count as paragraphs. */
export function bodyParagraphs({ bodyBlocks }: Pick<RuleContext, 'bodyBlocks'>): readonly NoteBlock[] {
  return bodyBlocks.filter((block, index) => isCounted(block, bodyBlocks[index - 1]));
}

const LEADS = /[:：]["'”’]?\s*$/;
/** Anything but images and space. */
const WRITTEN = /[^\s\ufffc]/;

function isCounted({ block, passages = [] }: NoteBlock, before: NoteBlock | undefined): boolean {
  if (block.type === 'paragraph') return isWritten({ passages });
  if (block.type !== 'list' && block.type !== 'blockquote') return false;
  return !(before?.block.type === 'paragraph' && LEADS.test(before.passages?.at(-1)?.text ?? ''));
}

/** Whether a paragraph has text, and not only images. */
export function isWritten({ passages = [] }: Pick<NoteBlock, 'passages'>): boolean {
  return passages.some(({ text }) => WRITTEN.test(text));
}

export const paragraphLength = lengthRule({
  id: 'paragraph-length',
  group: 'body',
  what: 'A paragraph of the body that is longer or shorter than the house allows.',
  why: 'A long paragraph fills a phone screen. Paragraphs of the reference post have 19 to 43 words. The limit counts words, or characters in Chinese and Japanese; a piece of code counts as one word.',
  bad: { body: `${'The lab runs at night and nobody is there to see it. '.repeat(8).trim()}\n\nIt plans two more.` },
  good: { body: `${'The lab runs at night and nobody is there to see it. '.repeat(4).trim()}\n\nIt plans two more.` },
  counts: 'paragraph',
  subject: 'paragraph',
  tooLong: () => 'Split or shorten the paragraph.',
  tooShort: () => 'Extend the paragraph or join it with another.',
  *measure(context) {
    for (const { block, passages = [] } of context.bodyBlocks)
      if (block.type === 'paragraph') for (const passage of passages) yield* lengthInWords(context, [passage]);
  },
});

/** Measures a text in the unit of its language, unless the house counts for another one. */
function* lengthInWords(context: RuleContext, passages: readonly Passage[]): Generator<Measured> {
  const [first] = passages;
  if (context.isForeign || !first) return;
  const span = sourceSpan(first, { start: 0, end: first.text.length });
  yield { ...lengthOf(context, passages.map(({ text }) => text).join('\n')), span };
}

export const insightCount = lengthRule({
  id: 'insight-count',
  group: 'insight',
  what: 'An insight with more or fewer paragraphs than the house wants.',
  why: 'The insight of the reference post has four paragraphs, each with its own task: background, capital, comparison and essence. With headings, everything under a heading counts as one paragraph.',
  options: ['counts.insight', 'insight'],
  bad: {
    insight: 'The company has automated its fabs for a decade.\n\nIn terms of capital, it spends less on shifts.',
  },
  good: { insight: INSIGHT },
  counts: 'insight',
  subject: 'Insight',
  tooLong: (context) => expectedParts(context) ?? 'Cut or join paragraphs.',
  tooShort: (context) => expectedParts(context) ?? 'Write more paragraphs.',
  *measure({ insight, parts }) {
    if (insight) yield { count: parts.length, unit: 'paragraph', span: insight.heading?.span ?? insight.span };
  },
});

function expectedParts({ house: { insight } }: RuleContext): string | undefined {
  return insight.length === 0 ? undefined : `Expected: ${insight.map(({ names, id }) => names[0] ?? id).join(', ')}.`;
}

export const lawCount = lengthRule({
  id: 'law-count',
  group: 'laws',
  what: 'More or fewer laws than the house wants.',
  why: 'A post ends with three laws, like the reference post. Fewer laws look incomplete, and readers do not remember more.',
  bad: {
    laws: '- When labs run at night, the scarce thing is no longer time, but questions.\n- The first machine to replace is not the hand, but the schedule.',
  },
  good: { laws: threeLaws() },
  counts: 'laws',
  subject: 'note',
  tooLong: ({ house }) => `Keep the best ${house.counts.laws.max}.`,
  tooShort: () => 'Write more laws.',
  *measure({ laws, lawPassages }) {
    if (laws) yield { count: lawPassages.length, unit: 'law', span: laws.heading?.span ?? laws.span };
  },
});

export const lawLength = lengthRule({
  id: 'law-length',
  group: 'laws',
  what: 'A law that is longer or shorter than the house allows.',
  why: 'A law must be short enough to remember and long enough to make a point. Laws of the reference post have 15 to 21 words. The limit counts words, or characters in Chinese and Japanese.',
  bad: { laws: threeLaws('Time is short.') },
  good: { laws: threeLaws() },
  counts: 'law',
  subject: 'law',
  tooLong: () => 'Shorten the law.',
  tooShort: () => 'Write a longer law.',
  *measure(context) {
    for (const passages of context.lawPassages) yield* lengthInWords(context, passages);
  },
});
