import { type Passage, sourceSpan } from '../../model/passage.ts';
import { hasHan, type Span } from '../../text/index.ts';
import { quotePairs } from '../../typography/index.ts';
import type { RuleContext } from '../context.ts';
import { quotations, saysWho } from '../prose/quotations.ts';
import { isRepeated, joined, LONG, likeness, type Quotation } from '../prose/same-quotation.ts';
import { sentences } from '../prose/sentences.ts';
import { sharedStems, stemsIn } from '../prose/stems.ts';
import type { Rule, Violation } from '../rule.ts';
import { standsIn } from '../source-text/quoted-words.ts';
import { shortened } from '../source-text/source-text.ts';
import { type Token, tokensIn } from '../source-text/tokens.ts';

/** Shorter quotations are alike by chance, even if the note says that they are the same. */
const SHORTEST = 4;
/** From this length, quotations that differ in one word are the same one. */
const CERTAIN = 8;
/** A few words of the headline are compared with these paragraphs of the body. */
const LEAD = 4;
/** Quotations to compare in one note, because each is compared with each. */
const MOST = 30;

export const quotationWording: Rule = {
  id: 'quotation-wording',
  group: 'quotation marks',
  what: 'A quotation that the note repeats with different wording.',
  why: 'Only one of the two wordings can be right, and readers notice the difference. The rule compares quotations in double quotation marks that have most of their words in common, and those of the headline with the story. It is a suggestion unless the note says that the words are repeated, as in *the sentence* or *said again*, because two people may say nearly the same.',
  severity: 'warning',
  bad: {
    body: 'The director said, "We sleep at night, and the lab does not."\n\nNobody objected.\n\n"We sleep at night, and the lab never does," she said again.',
  },
  good: {
    body: 'The director said, "We sleep at night, and the lab does not."\n\nNobody objected.\n\n"We sleep at night," she said again, "and the lab does not."',
  },
  *check(context) {
    if (!/["“”「]/.test(context.prose)) return;
    const titles = titleQuotations(context);
    if (titles.length === 0 && context.passages.flatMap(quotations).length < 2) return;
    const all = quotationsOf(context, titles.some(isShort) ? 1 : SHORTEST);
    for (const [at, quotation] of all.entries()) {
      const found = unlikeEarlier(quotation, all.slice(0, at));
      if (found) yield found;
    }
    for (const title of titles) {
      const found = unlikeStory(title, all, context);
      if (found) yield found;
    }
  },
};

function isShort({ tokens }: Quotation): boolean {
  return tokens.length < SHORTEST;
}

/** A quotation that the note has before in other words. */
function unlikeEarlier(quotation: Quotation, all: readonly Quotation[]): Violation | undefined {
  const previous = all.findLast(({ passage }) => passage === quotation.passage);
  for (const one of all) {
    const shorter = Math.min(one.tokens.length, quotation.tokens.length);
    // A quotation without a speaker is a title, a label or an attribute of markup.
    const share = one.isSaid && shorter >= SHORTEST ? likeness(one, quotation) : 0;
    if (share === 0) continue;
    const isSure = isRepeated(quotation, previous?.span.end ?? 0);
    if (!isSure && (!quotation.isSaid || one.passage === quotation.passage || shorter < LONG)) continue;
    const isCertain = isSure || (shorter >= CERTAIN && share >= 1 - 1 / CERTAIN);
    return { ...violation(quotation, one), ...(isCertain ? {} : { severity: 'information' }) };
  }
  return undefined;
}

/** A quotation of the headline that the story has in other words. */
function unlikeStory(
  title: Quotation,
  all: readonly Quotation[],
  { passages, headline, bodyBlocks }: RuleContext,
): Violation | undefined {
  const story = passages.filter((passage) => passage !== headline);
  if (story.some(({ text }) => text.includes(title.text))) return undefined;
  const words = story.flatMap(({ text }) => tokensIn(text));
  if (standsIn(title.text, joined(words)) || standsIn(withoutArticles(title).text, joined(words.filter(isNoArticle))))
    return undefined;
  const lead = new Set(bodyBlocks.slice(0, LEAD).flatMap((block) => block.passages ?? []));
  const other = all.find((one) =>
    isShort(title) ? lead.has(one.passage) && isInstead(one, title) : isAlike(one, title),
  );
  return other && violation(title, other);
}

/** Whether two quotations are alike, with or without the articles that headlines drop. */
function isAlike(one: Quotation, other: Quotation): boolean {
  return likeness(one, other) > 0 || likeness(withoutArticles(one), withoutArticles(other)) > 0;
}

function withoutArticles(quotation: Quotation): Quotation {
  const tokens = quotation.tokens.filter(isNoArticle);
  return { ...quotation, text: tokens.map(({ key }) => key).join(' '), tokens };
}

function isNoArticle({ key }: Token): boolean {
  return !/^(?:an?|the)$/.test(key);
}

/** Whether a few words of the story are quoted where the headline quotes others: the sentences around them say the same. */
function isInstead(one: Quotation, title: Quotation): boolean {
  const stems = stemsIn(title.text);
  if (!isShort(one) || sharedStems(stems, stemsIn(one.text)) === Math.max(1, stems.size)) return false;
  const sentence = sentences(one.passage).find(({ start, end }) => start <= one.span.start && one.span.start < end);
  const said = stemsIn(outside(title, { start: 0, end: title.passage.text.length }));
  const shared = sentence ? sharedStems(said, stemsIn(outside(one, sentence))) : 0;
  return shared >= 2 && shared * 2 >= said.size;
}

function outside({ passage: { text }, span }: Quotation, { start, end }: Span): string {
  return `${text.slice(start, span.start)} ${text.slice(span.end, end)}`;
}

function titleQuotations({ headline }: RuleContext): readonly Quotation[] {
  if (!headline) return [];
  const spans = quotePairs(headline.text, 'all').map(({ open, close }) => ({ start: open, end: close + 1 }));
  return spans.flatMap((span) => quotationAt({ passage: headline, span, isSaid: true }, 1));
}

/** The quotations of the body first, because the laws quote it. */
function quotationsOf({ passages, headline, body, house }: RuleContext, shortest: number): readonly Quotation[] {
  const isBody = ({ span }: Passage) =>
    body !== undefined && body.span.start <= span.start && span.start < body.span.end;
  const sorted = [...passages.filter(isBody), ...passages.filter((passage) => !isBody(passage))];
  const found = sorted.flatMap((passage) => {
    const spans = passage === headline ? [] : quotations(passage);
    const isSaid = spans.length > 0 && saysWho(passage.text, house);
    return spans.flatMap((span) => quotationAt({ passage, span, isSaid }, shortest));
  });
  return found.slice(0, MOST);
}

/** The quotation at a span, if it has the spaces of a sentence, unlike a path, or Chinese characters. */
function quotationAt(at: Pick<Quotation, 'passage' | 'span' | 'isSaid'>, shortest: number): readonly Quotation[] {
  const { passage, span } = at;
  const text = passage.text.slice(span.start + 1, span.end - 1);
  if (/[={]\s*$/.test(passage.text.slice(Math.max(0, span.start - 4), span.start))) return [];
  const tokens = tokensIn(text);
  const { length } = hasHan(text) ? text : text.split(/\s+/);
  const isLong = hasHan(text) ? length >= 2 * shortest : length >= tokens.length - 1;
  return tokens.length < shortest || !isLong ? [] : [{ ...at, text, tokens }];
}

function violation({ passage, span, text }: Quotation, earlier: Quotation): Violation {
  return {
    message: `quotation '${shortened(text, 34)}' has different wording elsewhere`,
    advice: `Use the same wording. The note also has '${shortened(earlier.text, 90)}'.`,
    span: sourceSpan(passage, span),
  };
}
