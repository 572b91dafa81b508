import type { AvoidedWords, PreferredWord } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { spacedWord } from '../../model/words.ts';
import type { Span } from '../../text/index.ts';
import { beginsSentence } from '../../text/sentences.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { listedWords } from '../passages.ts';
import { rightIn } from '../prose/replacements.ts';
import type { FoundWord } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';

export const preferredWord: Rule = {
  id: 'preferred-word',
  group: 'words',
  what: 'A word for which the house prefers another.',
  why: 'A house uses one word for each thing, and prefers the shorter of two words with the same meaning. The AP Stylebook, Orwell and Strunk give the same advice. Quotations and names are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['words.prefer'],
  bad: { body: 'The lab utilizes robots at night.\n\nIts director said, "We sleep, and the lab does not."' },
  good: { body: 'The lab uses robots at night.\n\nIts director said, "We utilize the night."' },
  *check(context) {
    const { all, uses } = preferencesByWord(context.house.words.prefer);
    yield* listedWords(context, all, (passage) => {
      const isRight = rightIn(passage.text, context.house);
      return (listed) => {
        const { span, found, word } = listed;
        const preferred = uses.get(word);
        if (!preferred || isName(passage, listed, context) || isRight(span)) return undefined;
        const { use, because } = preferred;
        if (spacedWord(found) === use) return undefined;
        const message = `'${word}' instead of '${use}'`;
        const advice = because ? `Use '${use}': ${because}.` : `Use '${use}'.`;
        const fix = { edits: [{ span, text: inCaseOf(found, word, use) }], isSafe: false };
        return { message, advice, ...(fits(passage.text, span, use) ? fix : {}) };
      };
    });
  },
};

/** Whether a word can stand there without a repetition (`uses uses`) or a preposition between commas (`is, about, 80%`). */
function fits(text: string, { start, end }: Span, use: string): boolean {
  const [first = '', last = ''] = [/^\S+/, /\S+$/].map((pattern) => pattern.exec(use.toLowerCase())?.[0]);
  const before = /([^\s,]+)(,?)\s+$/.exec(text.slice(Math.max(0, start - 40), start));
  const after = /^(,?)\s+([\p{L}\p{N}'’-]+)|^,/u.exec(text.slice(end, end + 40));
  if (before?.[1]?.toLowerCase() === first || after?.[2]?.toLowerCase() === last) return false;
  return before?.[2] !== ',' || !after?.[0].startsWith(',');
}

const preferencesByWord = memoize((prefer: readonly PreferredWord[]) => {
  const uses = new Map(prefer.flatMap((preferred) => preferred.not.map((word) => [word, preferred])));
  return { all: [...uses.keys()], uses };
});

/**
 * Whether a word is capitalized because it is a name. The list has it in lower case, and it is not in a headline or at the
 * start of a sentence, where any word is capitalized.
 */
function isName(passage: Passage, { span, found, word }: FoundWord, { headline }: RuleContext): boolean {
  if (!isCapitalized(found) || word !== word.toLowerCase()) return false;
  return passage !== headline && passage.kind !== 'heading' && !beginsSentence(passage.text, span.start);
}

function isCapitalized(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}

/** Returns the preferred word, capitalized if the writer capitalized a word that the list has in lower case. */
function inCaseOf(found: string, listedAs: string, use: string): string {
  if (!isCapitalized(found) || isCapitalized(listedAs)) return use;
  return use.charAt(0).toUpperCase() + use.slice(1);
}

export const avoidedWord: Rule = {
  id: 'avoided-word',
  group: 'words',
  what: 'A word that the house avoids, such as press release praise.',
  why: 'Praise from a press release becomes a claim of the newsroom once it is printed. An editor decides whether the word is right this time, so this is only a suggestion. Quotations and names are left alone.',
  severity: 'information',
  options: ['words.avoid'],
  bad: { body: 'The lab has a groundbreaking robot.\n\nIts director said, "We sleep, and the lab does not."' },
  good: { body: 'The lab has a robot that mends itself.\n\nIts director said, "It is a groundbreaking robot."' },
  *check(context) {
    const { all, reasons } = reasonsByWord(context.house.words.avoid);
    yield* listedWords(context, all, (passage) => (listed) => {
      const { span, word } = listed;
      if (isLiteral(passage.text, span) || isName(passage, listed, context)) return undefined;
      const because = reasons.get(word);
      const advice = `Remove the word, or state the fact${because ? `: ${because}` : ''}.`;
      return { message: `discouraged word '${word}'`, advice };
    });
  },
};

/** A ceremony that breaks ground literally. */
const CEREMONY = /^groundbreaking ceremon/i;
/** The noun, as in `the state-of-the-art in storage`: it praises nothing. */
const STATE_OF_ART =
  /^state[- ]of[- ]the[- ]art(?!['’\w-])(?! (?!in|of|for|on|at|and|or|but|by|with|is|was|has|as|to|from|that|which|when|today)[a-z])/i;
const BEFORE_A_NOUN = /\b(?:the|this|a new|current|present|today['’]s|previous|prior|existing)\s+$/i;

function isLiteral(text: string, { start, end }: Span): boolean {
  const found = text.slice(start, end + 12);
  return (
    CEREMONY.test(found) || (STATE_OF_ART.test(found) && BEFORE_A_NOUN.test(text.slice(Math.max(0, start - 20), start)))
  );
}

const reasonsByWord = memoize((avoid: readonly AvoidedWords[]) => {
  const reasons = new Map(avoid.flatMap(({ words, because }) => words.map((word) => [word, because] as const)));
  return { all: [...reasons.keys()], reasons };
});

export const relativeTime: Rule = {
  id: 'relative-time',
  group: 'words',
  what: "A relative time, such as 'this week', in a note without a date.",
  why: 'Readers find a post long after *this week* is over. The AP Stylebook asks for the day or the date. The reference post has *this week* and no date, so this is only a suggestion. Quotations and laws are left alone.',
  severity: 'information',
  options: ['words.relative_times'],
  bad: {
    front: { date: null },
    body: 'The lab opened this week.\n\nIts director said, "We sleep, and the lab does not."',
  },
  good: { body: 'The lab opened this week.\n\nIts director said, "We sleep, and the lab does not."' },
  *check(context) {
    if (context.article.date !== undefined || context.note.fields.some(({ key }) => key === 'date')) return;
    const laws = new Set(context.lawPassages.flat());
    const message = 'relative time in a note without a date';
    const advice = 'Add a date to the front matter, or write the day itself.';
    yield* listedWords(
      context,
      context.house.words.relative_times,
      (passage) =>
        ({ span }) =>
          laws.has(passage) || isNowadays(passage.text, span) ? undefined : { message, advice },
    );
  },
};

/** 今天 and 今日 as nowadays: after 到了 or 直到, and before 的, 看 and 仍, but not before a time of day. */
const NOWADAYS_BEFORE = /(?:[在到至]了?|时至|相比|不同于|比起|像)$/;
const NOWADAYS_AFTER =
  /^(?:的(?!早|晚|上午|下午|会议|发布会|公告|消息|新闻|活动|报道)|看|回|想|[，,]?(?:我们|人们|大家|已经?成|仍|依然|依旧|很多|许多|大多|大部分|越来越|任何|每个人|几乎))/;
const TIME_OF_DAY = /^(?:早|晚|凌晨|清晨|上午|中午|下午|傍晚|夜|发布|宣布|公布|推出|上线|开)/;

function isNowadays(text: string, { start, end }: Span): boolean {
  if (!/^今[天日]$/.test(text.slice(start, end)) || TIME_OF_DAY.test(text.slice(end))) return false;
  return NOWADAYS_AFTER.test(text.slice(end)) || NOWADAYS_BEFORE.test(text.slice(Math.max(0, start - 4), start));
}
