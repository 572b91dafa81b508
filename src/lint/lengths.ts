import type { Count } from '../model/house.ts';
import type { Passage } from '../model/passage.ts';
import { graphemes } from '../typography/index.ts';
import type { RuleContext } from './context.ts';
import { lengthOf } from './prose/words.ts';
import { bodyParagraphs, isWritten } from './rules/length-rules.ts';

/** The length of a part of a note. */
export interface PartLength {
  /** The name of the part for a person: `Body`, `Law 2`. */
  readonly part: string;
  /** `words`, or `word` for one. */
  readonly unit: string;
  readonly count: number;
  /** Whether it is the length of a text, which adds up with the others. */
  readonly isText: boolean;
  /** The range of the house. Absent if it sets none, or if the note is in another language, whose lengths differ. */
  readonly wanted?: Count;
}

/** Returns the lengths of the parts of a note, in the order of the post. A missing part has none. */
export function lengthsOf(context: RuleContext): readonly PartLength[] {
  const { headline, bodyBlocks, insight, parts, laws, lawPassages, house, isForeign } = context;
  const { counts } = house;
  const ofText = (count: Count) => (isForeign ? {} : { wanted: count });
  const textLength = (part: string, passages: readonly Passage[], wanted?: Count): PartLength => {
    const { count, unit } = lengthOf(context, passages.map(({ text }) => text).join('\n'));
    return { part, count, unit: count === 1 ? unit : `${unit}s`, isText: true, ...(wanted ? ofText(wanted) : {}) };
  };
  const paragraphs = bodyBlocks.filter((block) => block.type === 'paragraph' && isWritten(block));
  const size = (part: string, count: number, unit: string, wanted: Count): PartLength[] =>
    count === 0 ? [] : [{ part, count, unit: count === 1 ? unit : `${unit}s`, isText: false, wanted }];
  return [
    ...(headline ? [headlineLength(graphemes(headline.text).length, ofText(counts.headline))] : []),
    ...size('Body', bodyParagraphs(context).length, 'paragraph', counts.body),
    ...paragraphs.map(({ passages }, index) => textLength(`Body, paragraph ${index + 1}`, passages, counts.paragraph)),
    ...(insight ? size('Insight', parts.length, 'paragraph', counts.insight) : []),
    ...parts.map(({ heading, passages }, index) =>
      textLength(`Insight, ${heading?.text ?? `paragraph ${index + 1}`}`, passages),
    ),
    ...(laws ? size('Laws', lawPassages.length, 'law', counts.laws) : []),
    ...lawPassages.map((passages, index) => textLength(`Law ${index + 1}`, passages, counts.law)),
  ];
}

function headlineLength(count: number, wanted: Pick<PartLength, 'wanted'>): PartLength {
  return { part: 'Headline', count, unit: count === 1 ? 'character' : 'characters', isText: false, ...wanted };
}
