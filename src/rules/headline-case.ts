import type { Copy } from '../model/copy.ts';
import { applyEdits, hasHan } from '../text/index.ts';
import { namesOf } from './names.ts';
import { inPassage } from './passages.ts';
import { isQuotedAt } from './quotations.ts';
import type { Rule } from './rule.ts';
import { titleCaseEdits } from './title-case.ts';

export const headlineCase: Rule = {
  id: 'headline-case',
  group: 'headline',
  what: 'The headline is not in title case.',
  why: "Headlines of the house have a capital on every word but the small ones of `words.small`, which have it first, last and behind a colon: so has the reference post. Both the AP Stylebook and the Chicago Manual describe title case so; on longer prepositions (*with*, *from*, *over*) they differ, and here either is right. A name that its owner writes otherwise (*iPhone*, *arXiv*), an acronym and somebody's words in double quotation marks stay as they are. `usage.headline_case` in `house.yaml` turns it off.",
  severity: 'warning',
  fix: 'unsafe',
  bad: { front: { headline: `"Chipmaker opens 'self-driving' lab: robots may run night shifts"` } },
  good: { front: { headline: `"Chipmaker Opens 'Self-Driving' Lab: Robots May Run Night Shifts"` } },
  *check(copy) {
    const { headline, house, language } = copy;
    if (!headline || language !== 'en' || house.usage.headline_case !== 'title' || hasHan(headline.text)) return;
    const { text } = headline;
    const edits = titleCaseEdits(text, house.words.small, {
      keeps: (at) => isQuotedAt(headline, { start: at, end: at + 1 }),
      isName: (words) => isNamed(copy, words),
    });
    const message = 'the headline is not in title case';
    const advice = `Write "${applyEdits(text, edits)}".`;
    const wordAt = (start: number) => ({ start, end: start + (WORD.exec(text.slice(start))?.[0].length ?? 1) });
    const hits = edits.map((edit) => ({
      message,
      advice,
      span: wordAt(edit.span.start),
      edits: [edit],
      isSafe: false,
    }));
    yield* inPassage(headline, hits);
  },
};

const WORD = /^[^\s:;,.?!'"’”)—–-]+/;

/** Whether the note itself writes `The` with the word behind it in the middle of a sentence. */
function isNamed(copy: Copy, words: string): boolean {
  return namesOf(copy).articled.has(words.replace(/(?:['’]s)?[^\w]*$/, ''));
}
