import type { Span } from '../../text/index.ts';

/** A misspelt word of two characters, and the word that is meant. */
export interface HanMisspelling {
  readonly span: Span;
  readonly right: string;
}

let loading: Promise<ReadonlyMap<string, string>> | undefined;

/** Loads the words of Chinese by their misspellings once: 协义 is one of 协议. */
export function loadHanWords(): Promise<ReadonlyMap<string, string>> {
  loading ??= import('copydesk:chinese').then(({ chinese }) => wordsOf(chinese));
  return loading;
}

/** Reads lines such as `协议 - 义意`: a word, and the characters that are typed for its first and for its second one. */
function wordsOf(list: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of list.split('\n')) {
    const [word = '', firsts = '-', seconds = '-'] = line.split(' ');
    if (firsts !== '-') for (const first of firsts) found.set(first + word.charAt(1), word);
    if (seconds !== '-') for (const second of seconds) found.set(word.charAt(0) + second, word);
  }
  return found;
}

/** The text on each side that decides how a run of characters divides into words. */
const REACH = 10;

let segmenter: Intl.Segmenter | undefined;

/**
 * Finds pairs of characters that are one word if one of them is another: 协义 for 协议. Neither belongs to a word beside it, as
 * in 科技输出, which has 技输 for 技术.
 */
export function* hanMisspellings(text: string, words: ReadonlyMap<string, string>): Generator<HanMisspelling> {
  for (let start = 0; start + 1 < text.length; start++) {
    if (text.charCodeAt(start) < 0x4e00 || text.charCodeAt(start + 1) < 0x4e00) continue;
    const end = start + 2;
    const right = words.get(text.slice(start, end));
    if (right === undefined) continue;
    const before = text.slice(Math.max(0, start - REACH), start);
    const after = text.slice(end, end + REACH);
    const at = before.length;
    const own = wordsAround(before + text.slice(start, end) + after, at, at + 2);
    const isApart = own.inside.length === 2 && own.inside.every((word) => word.length === 1);
    if (!isApart || isOfName(own.previous) || isOfName(own.next)) continue;
    const { inside } = wordsAround(before + right + after, at, at + 2);
    if (inside.length === 1 && inside[0] === right) yield { span: { start, end }, right };
  }
}

interface WordsAround {
  /** The words that begin in the range. */
  readonly inside: readonly string[];
  readonly previous: string;
  readonly next: string;
}

function wordsAround(text: string, start: number, end: number): WordsAround {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const all = [...segmenter.segment(text)];
  return {
    inside: all.filter(({ index }) => index >= start && index < end).map(({ segment }) => segment),
    previous: all.findLast(({ index }) => index < start)?.segment ?? '',
    next: all.find(({ index }) => index >= end)?.segment ?? '',
  };
}

/** Characters that are words on their own. Another one alone is a part of a name, as in 王建社. */
const FREE =
  '的了在是和将已也都就为以被把对从向到不等及与或而其该此于个新老旧大小多少高低好但并还又再很更最太只能会可要应须需由使让给用至则若如因所之者们这那哪我你他她它各每某全总本前后上下中内外里年月日时分名位家种次项条件场人说称指获受遭经按据随靠占有无没未曾正刚才仅约近超逾共达签搞办做设方市县国省局';

function isOfName(word: string): boolean {
  return /^[\u4e00-\u9fff]$/.test(word) && !FREE.includes(word);
}
