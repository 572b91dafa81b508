import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import { standsIn } from '../source-text/quoted-words.ts';
import type { Token } from '../source-text/tokens.ts';
import { align } from '../source-text/word-diff.ts';

/** A quotation with the words that make it the same as another. */
export interface Quotation {
  readonly passage: Passage;
  readonly span: Span;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Whether its passage has a verb of speech. */
  readonly isSaid: boolean;
}

/** The share of the words of the shorter quotation that the longer one has. */
const ALIKE = 0.75;
/** How many more words the longer quotation may have between them. */
const SLACK = 2;

/** Returns the share of common words of two quotations that have most of them in common, if neither is a part of the other. */
export function likeness(one: Quotation, other: Quotation): number {
  const [short, long] = one.tokens.length <= other.tokens.length ? [one, other] : [other, one];
  const { length } = short.tokens;
  const keys = new Set(long.tokens.map(({ key }) => key));
  if (short.tokens.filter(({ key }) => keys.has(key)).length < length * ALIKE) return 0;
  if (standsIn(short.text, joined(long.tokens)) || standsIn(long.text, joined(short.tokens))) return 0;
  const { common = 0, matched = [] } = align(short.tokens, long.tokens) ?? {};
  const isTight = length >= LONG || matched.length <= length + SLACK;
  return isTight && common >= length * ALIKE ? common / length : 0;
}

/** Long quotations are seldom alike by chance. */
export const LONG = 6;

/** Returns words as `standsIn` expects them. */
export function joined(tokens: readonly Token[]): string {
  return ` ${tokens.map(({ key }) => key).join(' ')} `;
}

const SAYING =
  '(?:words?|sentences?|lines?|phrases?|quot(?:e|ation)s?|statements?|remarks?|comments?|claims?|promises?|pledges?|warnings?|verdict|slogan|motto|chant|testimony|oath)';
/** Before a quotation: it was in the story already. */
const BEFORE = new RegExp(
  `\\b(?:repeat(?:ed|s|ing)?|again|reiterat(?:ed|es|ing)|recall(?:ed|s|ing)?|echo(?:ed|es|ing)?|quot(?:ed|es|ing)|den(?:y|ies|ied|ying) that|t(?:ake|akes|ook|aken) back|with(?:draws?|drew)|retract(?:s|ed)?|stand(?:s|ing)? by|stood by|regret(?:s|ted)?|apologi[sz](?:ed|es) for|(?:the|h(?:is|er)|their|its|that|this|those|these|same|['’]s) (?:[a-z]+ )?${SAYING})\\b[^"“”]{0,40}$`,
  'i',
);
/** What makes the other words the point. */
const CHANGED =
  /\b(?:chang\w+|instead|rather|replac\w+|bec[ao]m\w+|amend\w+|correct\w+|rew\w+|versions?|misquot\w+|wrong\w*|translat\w+|parod\w+|new|another|different|now|earlier|first|second|next|other|or)\b/i;
const AFTER = /^[,.]?["”]? ?(?:(?:s?he|they|[A-Z]\w+) )?(?:\w+ )?(?:again(?! and)|repeated|reiterated)\b/;

/** Whether the text around a quotation says that it repeats another. */
export function isRepeated({ passage: { text }, span: { start, end } }: Quotation, previousEnd: number): boolean {
  const before = text.slice(Math.max(previousEnd, start - REACH), start);
  const led = before.slice(Math.max(...['. ', '? ', '! ', '." ', '.” '].map((mark) => before.lastIndexOf(mark))) + 1);
  return (BEFORE.test(led) && !CHANGED.test(led)) || AFTER.test(text.slice(end, end + 40));
}

const REACH = 80;
