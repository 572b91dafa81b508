import type { Passage } from '../../model/passage.ts';
import { beginsSentence } from '../../text/sentences.ts';
import { maskCodeLike } from '../../typography/index.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import { articleFor } from '../prose/articles.ts';
import type { Rule } from '../rule.ts';

/** An article and the start of the next word, which may be quoted or an amount of money. */
const ARTICLE = /(?<![\w\u00c0-\u024f'’.&@#/*+=-])([Aa]n?)(?=[ \n\u00a0]["'“‘(]?[$£€¥]?([A-Za-z0-9][\w'’.&,-]{0,30}))/g;
/** Before these, `a` is a letter: `plan a`, `grade A`. */
const BEFORE_A_LETTER =
  /\b(?:vitamin|plan|type|class|grade|section|option|groups?|fig(?:ure)?\.?|table|appendix|series?|hepatitis|part|schedule|tier|team|levels?|step|letter|item|clause|paragraph|article|subsection|note|variable|phase|influenza|strep|protein|point|vowel)[ \n\u00a0]$/i;

export const wrongArticle: Rule = {
  id: 'wrong-article',
  group: 'words',
  what: 'The article `a` before a vowel sound, or `an` before a consonant sound.',
  why: 'The sound decides, not the letter: *an hour*, *a unique crane*, *an MRI scanner*, *a NATO summit*. Every stylebook and dictionary agrees. The rule accepts either article before words with two pronunciations, such as *herb*, *historic* and *SQL*. Quotations are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: 'The lab has an unique crane.' },
  good: { body: 'The lab has a unique crane.' },
  isLocal: true,
  *check(context) {
    if (context.language === 'en') yield* outsideQuotations(context, wrongArticles, /\b[Aa]n?\b/);
  },
};

function* wrongArticles({ text }: Passage): Generator<TextMatch> {
  for (const { span, found } of matches(maskCodeLike(text), ARTICLE)) {
    const [, written = '', word = ''] = found;
    const article = articleFor(word);
    if (!article || article === written.toLowerCase()) continue;
    // In the middle of a sentence, `A` is a letter and `An` a name: `Serie A`, `An Wang`.
    const isCapital = written !== written.toLowerCase();
    if (isCapital && (!beginsSentence(text, span.start) || (written === 'An' && /^[A-Z][a-z]/.test(word)))) continue;
    if (BEFORE_A_LETTER.test(text.slice(Math.max(0, span.start - 20), span.start))) continue;
    const right = isCapital ? article.charAt(0).toUpperCase() + article.slice(1) : article;
    const shown = /^(?:(?:[A-Za-z]\.){2,}|(?:\d{1,3},)*[\w'’&-]+)/.exec(word)?.[0] ?? word;
    const message = `'${written} ${shown}' instead of '${right} ${shown}'`;
    yield { message, advice: `Write '${right}'.`, span, edits: [{ span, text: right }], isSafe: false };
  }
}
