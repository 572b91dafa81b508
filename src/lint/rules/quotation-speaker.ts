import type { House } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { hasHan, type Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { inPassage, type TextMatch } from '../passages.ts';
import { quotations, saysWho } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

/** The shortest speech, in words, and in characters for Chinese. */
const SHORTEST = 4;
const SHORTEST_HAN = 8;

const DOUBLE = /["“「]/;
/** Attribution without a verb: a colon or a dash before the quotation, or a dash after it. */
const LED_IN = /[:：—–=-]\s*$/;
const LED_OUT = /^\s*[—–(（-]/;

export const quotationSpeaker: Rule = {
  id: 'quotation-speaker',
  group: 'quotation marks',
  what: 'A quotation in the body without a speaker.',
  why: 'Readers judge words by who said them. The reference post gives its one quotation a speaker and a verb: `He stated, "…"`.',
  severity: 'information',
  options: ['words.speech'],
  bad: { body: 'The lab opened.\n\n"We sleep, and the lab does not." It has twelve robots.' },
  good: { body: 'The lab opened.\n\nIts director said, "We sleep, and the lab does not." It has twelve robots.' },
  *check(context) {
    const paragraphs = bodyParagraphs(context);
    for (const [index, passage] of paragraphs.entries()) {
      if (!DOUBLE.test(passage.text) || passage.isQuoted) continue;
      const near = paragraphs.slice(Math.max(0, index - 1), index + 2);
      if (isSpeaker(paragraphs[index + 1], paragraphs[index + 2])) continue;
      yield* inPassage(passage, unattributed(passage, near, context.house));
    }
  },
};

function bodyParagraphs({ bodyBlocks }: RuleContext): readonly Passage[] {
  return bodyBlocks.flatMap(({ passages = [] }) => passages.filter(({ kind }) => kind === 'paragraph'));
}

/** Whether a list of one item with a name follows, as in `- **Kenny Nieh, director of the lab**`. */
function isSpeaker(next: Passage | undefined, after: Passage | undefined): boolean {
  if (next?.item !== 0 || after?.item === 1) return false;
  return /^\p{Lu}\S*[\p{L}] \p{Lu}/u.test(next.text) && !/[.!?]$/.test(next.text);
}

function* unattributed(passage: Passage, near: readonly Passage[], house: House): Generator<TextMatch> {
  const speeches = quotations(passage).filter((span) => isSpeech(passage.text, span));
  if (speeches.length === 0 || near.some((one) => saysWho(outsideQuotations(one), house))) return;
  for (const span of speeches) {
    if (LED_IN.test(passage.text.slice(0, span.start)) || LED_OUT.test(passage.text.slice(span.end))) continue;
    yield { message: 'quotation without a speaker', advice: 'Name the speaker with a verb, as in "she said".', span };
  }
}

/**
 * Whether a quotation is a spoken sentence and not a fragment, a term or a title: long enough, from a capital to a full
 * stop, and not in title case. Questions do not count, because most of them are rhetorical.
 */
function isSpeech(text: string, { start, end }: Span): boolean {
  const said = text.slice(start + 1, end - 1).trim();
  if (!/[.,!…。，！]$/.test(said)) return false;
  if (hasHan(said)) return said.length >= SHORTEST_HAN;
  const words = said.split(/\s+/);
  const long = words.filter((word) => /^[a-z]{4}/i.test(word));
  const small = long.filter((word) => /^[a-z]/.test(word));
  return words.length >= SHORTEST && /^['‘]?[A-Z]/.test(said) && small.length * 2 > long.length;
}

function outsideQuotations(passage: Passage): string {
  let text = '';
  let from = 0;
  for (const { start, end } of quotations(passage)) {
    text += `${passage.text.slice(from, start)} `;
    from = end;
  }
  return text + passage.text.slice(from);
}
