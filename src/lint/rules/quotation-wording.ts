import { type Passage, sourceSpan } from '../../model/passage.ts';
import { hasHan, type Span } from '../../text/index.ts';
import { quotePairs } from '../../typography/index.ts';
import type { RuleContext } from '../context.ts';
import { quotations, saysWho } from '../prose/quotations.ts';
import type { Rule, Violation } from '../rule.ts';
import { standsIn } from '../source-text/quoted-words.ts';
import { shortened } from '../source-text/source-text.ts';
import { type Token, tokensIn } from '../source-text/tokens.ts';
import { align } from '../source-text/word-diff.ts';

/** Shorter quotations are alike by chance. */
const SHORTEST = 6;
/** The share of the words of the shorter quotation that the longer one has. */
const ALIKE = 0.75;
/** Quotations to compare in one note, because each is compared with each. */
const MOST = 30;

export const quotationWording: Rule = {
  id: 'quotation-wording',
  group: 'quotation marks',
  what: 'A quotation that the note repeats in other words.',
  why: 'Somebody said one of the two, and readers see that the desk did not look it up. The rule compares quotations in double quotation marks, and those of the headline, that have most of their words in common. Quotations in one paragraph are not compared, because speakers repeat themselves. It is a suggestion, because two people may say nearly the same.',
  severity: 'information',
  bad: {
    body: 'The director said, "We sleep at night, and the lab does not."\n\nNobody objected.\n\n"We sleep at night, and the lab never does," she said again.',
  },
  good: {
    body: 'The director said, "We sleep at night, and the lab does not."\n\nNobody objected.\n\n"We sleep at night," she said again, "and the lab does not."',
  },
  *check(context) {
    if (!/["“”「]/.test(context.prose)) return;
    const all = quotationsOf(context).slice(0, MOST);
    for (const [at, quotation] of all.entries()) {
      const earlier = all.slice(0, at).find((one) => one.passage !== quotation.passage && areAlike(one, quotation));
      if (earlier) yield violation(quotation, earlier);
    }
  },
};

interface Quotation {
  readonly passage: Passage;
  readonly span: Span;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The quotations of the body first, because the headline and the laws quote it. */
function quotationsOf({ passages, headline, body, house }: RuleContext): readonly Quotation[] {
  const isBody = ({ span }: Passage) =>
    body !== undefined && body.span.start <= span.start && span.start < body.span.end;
  const sorted = [...passages.filter(isBody), ...passages.filter((passage) => !isBody(passage))];
  return sorted.flatMap((passage) => {
    const double = quotations(passage);
    const single = passage === headline ? quotePairs(passage.text, 'all').filter((pair) => !pair.double) : [];
    const spans = [...double, ...single.map(({ open, close }) => ({ start: open, end: close + 1 }))];
    // What nobody says is a title, a label or an attribute of markup.
    if (passage !== headline && !saysWho(passage.text, house)) return [];
    return spans.flatMap((span) => {
      const text = passage.text.slice(span.start + 1, span.end - 1);
      if (/[={]\s*$/.test(passage.text.slice(Math.max(0, span.start - 4), span.start)) || !isLong(text)) return [];
      const tokens = tokensIn(text);
      return tokens.length < SHORTEST ? [] : [{ passage, span, text, tokens }];
    });
  });
}

/** Whether a quotation has the spaces of a sentence, unlike a path, or Chinese characters. */
function isLong(text: string): boolean {
  return hasHan(text) ? text.length >= 2 * SHORTEST : text.split(/\s+/).length >= SHORTEST - 1;
}

/** Whether two quotations have most of their words in common, and neither is a part of the other. */
function areAlike(one: Quotation, other: Quotation): boolean {
  const [short, long] = one.tokens.length <= other.tokens.length ? [one, other] : [other, one];
  const keys = new Set(long.tokens.map(({ key }) => key));
  const least = short.tokens.length * ALIKE;
  if (short.tokens.filter(({ key }) => keys.has(key)).length < least) return false;
  if (standsIn(short.text, joined(long)) || standsIn(long.text, joined(short))) return false;
  return (align(short.tokens, long.tokens)?.common ?? 0) >= least;
}

function joined({ tokens }: Quotation): string {
  return ` ${tokens.map(({ key }) => key).join(' ')} `;
}

function violation({ passage, span, text }: Quotation, earlier: Quotation): Violation {
  return {
    message: `quotation '${shortened(text, 34)}' has other words elsewhere`,
    advice: `Quote the same words: the note also has '${shortened(earlier.text, 90)}'.`,
    span: sourceSpan(passage, span),
  };
}
