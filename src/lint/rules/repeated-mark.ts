import type { Passage } from '../../model/passage.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import { isQuotedAt, quotations } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

/** Two marks or more, but not before a word: `!!name` is syntax. Three commas or semicolons are data. */
const REPEATED =
  /(?<=[\p{L}\p{N})"”’'%\]\ufdd0])(?:!{2,}|\?{2,}|！{2,}|？{2,}|(?<!,),,(?!,)|(?<!;);;(?!;))(?![\w=!?])|(?<=(?<![\w:.])[a-z]{3,})::(?= [A-Za-z])/gu;
const HAS_REPEATED = /!!|\?\?|！！|？？|,,|;;|[a-z]:: /;
/** A speaker after a quotation. What somebody wrote has marks of its own, and what somebody said has not. */
const SPOKEN =
  /^["”] (?:(?:the|an?|its|his|her|their|one|another) (?:[a-z-]+ ){1,3}|(?:he|she|they|we|I) |(?:[A-Z][\w’'-]+ ){1,3})(?:said|says|asked|asks|shouted|cried|yelled|screamed|added|replied|exclaimed|called out|told)\b|^["”] (?:said|asked|shouted|cried|yelled|screamed|added|replied) (?:the|an?|[A-Z])/;

export const repeatedMark: Rule = {
  id: 'repeated-mark',
  group: 'punctuation',
  what: 'The same exclamation mark, question mark, comma, colon or semicolon twice in a row.',
  why: 'One mark says as much as two, and news needs few exclamation marks (AP Stylebook, GB/T 15834). Two commas are a typing error. Quotations of written text are left alone. In a spoken quotation, the reporter chooses the punctuation, so *"Stop!!" the guard shouted* is reported without a fix.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: 'The lab is open at last!!' },
  good: { body: 'The lab is open at last!' },
  isLocal: true,
  *check(context) {
    yield* inAllPassages(context, repeatedMarks, HAS_REPEATED);
  },
};

function* repeatedMarks(passage: Passage): Generator<TextMatch> {
  const { text } = passage;
  for (const { span, found } of matches(text, REPEATED)) {
    const mark = found[0].charAt(0);
    const finding = { message: `repeated '${mark}'`, advice: `Write one '${mark}'.`, span };
    if (!isQuotedAt(passage, span))
      yield { ...finding, edits: [{ span: { start: span.start + 1, end: span.end }, text: '' }], isSafe: false };
    else if (isSpoken(passage, span.start)) yield finding;
  }
}

/** Whether a speaker follows the quotation around an offset. */
function isSpoken(passage: Passage, at: number): boolean {
  const around = quotations(passage).find(({ start, end }) => start < at && at < end);
  return !passage.isQuoted && around !== undefined && SPOKEN.test(passage.text.slice(around.end - 1, around.end + 80));
}
