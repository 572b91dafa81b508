import { type Passage, sourceSpan } from '../../model/passage.ts';
import { hasHan, VERBATIM } from '../../text/index.ts';
import { inAllPassages, matches } from '../passages.ts';
import { anyOf, type FoundWord, listed } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  group: 'words',
  what: 'A placeholder for words or facts that are still missing.',
  why: '*TK*, for *to come*, is the newsroom mark for a missing fact. Few English words contain these letters, so editors can search for them before printing. `???`, `____` and requests in brackets, such as `[add photo]`, count too.',
  severity: 'warning',
  options: ['words.placeholders'],
  bad: { body: 'The lab opened in TK.\n\nIts director said, "We sleep, and the lab does not."' },
  good: { body: 'The lab opened in Oslo.\n\nIts director said, "We sleep, and the lab does not."' },
  isLocal: true,
  *check(context) {
    const list = context.house.words.placeholders;
    const words = function* ({ text }: Passage) {
      for (const one of listed(text, list)) if (!isWord(text, one)) yield violation(one.found, one.span);
    };
    const marks = function* (passage: Passage) {
      const { text } = passage;
      const form = isForm(text);
      for (const { span, found } of matches(text, MARKS)) {
        const { start, end } = sourceSpan(passage, span);
        // A writer who escapes the underscores wants them printed.
        if (context.source.text.slice(start, end).includes('\\_')) continue;
        if (!isLink(found[0], text.charAt(span.end)) && !(form && found[0].startsWith('_')))
          yield violation(found[0], span);
      }
    };
    yield* inAllPassages(context, words, anyOf(list));
    yield* inAllPassages(context, marks, MARKED);
  },
};

const violation = (found: string, span: { start: number; end: number }) => ({
  message: `placeholder '${found.replace(/\s+/g, ' ')}'`,
  advice: 'Fill in what is missing, or remove the placeholder.',
  span,
});

const MARKED = /[?？]{3}|\[|__/;
const MARKS =
  /[?？]{3,}|(?<!\w)_{3,}(?!\w)|(?<![^\s(“"'])\[(?:(?:insert|add|check|verify|confirm) [^\][]{1,60}|(?:name|date|number|figure|quote|link|source|photo|image|title|company|city|details?)(?: here| to come| needed| tk)?|to come|[补待插][^\][]{0,30})\]/gi;

/** A link such as `[Add a photo](…)` whose URL is invalid. A placeholder starts in lower case or is all in capitals. */
function isLink(found: string, after: string): boolean {
  return LINK.test(found) || after === '(' || after === '[' || after === ':';
}

/** Several blanks are a form for readers. */
function isForm(text: string): boolean {
  return (text.match(BLANKS)?.length ?? 0) > 1;
}

const BLANKS = /_{3,}/g;

const LINK = /^\[[A-Z][a-z]/;

/** Part of a name, as in `the TODO Group` and `Super Bowl XXX`, or of a longer Chinese word. */
function isWord(text: string, { span: { start, end }, found }: FoundWord): boolean {
  if (hasHan(found)) return HAN_BEFORE.test(text.slice(0, start)) || HAN_AFTER.test(text.slice(end, end + 1));
  if (start > 0 && NAME.test(text.slice(end, end + 3))) return true;
  if (found === 'TODO' && (THING.test(text.slice(end, end + 12)) || isNoun(text, start, end))) return true;
  // “TBD” in quotation marks is what a page said.
  if (/[“"']$/.test(text.slice(0, start)) && /^[”"']/.test(text.slice(end))) return true;
  // Beside code, XXX means any name.
  if (found === 'XXX' && text.includes(VERBATIM)) return true;
  return found === 'XXX' && NUMBERED.test(text.slice(Math.max(0, start - 16), start));
}

/** `TODO` in a sentence, such as `it is on our TODO`. Before a colon it is a request. */
function isNoun(text: string, start: number, end: number): boolean {
  return /[A-Za-z] $/.test(text.slice(Math.max(0, start - 2), start)) && !/^ ?[:：]/.test(text.slice(end, end + 2));
}

const HAN_BEFORE = /[等期有亟善对招接看款优尚仍还需]$/;
const HAN_AFTER = /^[\u4e00-\u9fff]/;
const THING = /^[ -](?:card|list|item|app|comment|file)s?\b/i;
const NAME = /^ [A-Z][a-z]/;
const NUMBERED = /(?:Bowl|Volume|Vol\.|Chapter|Part|Psalm|Olympiad|WrestleMania) $/;
