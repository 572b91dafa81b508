import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';

/** Behind these a sentence always goes on. */
const BEFORE_A_NAME = words(
  'Mr Mrs Ms Mx Dr Prof Rev Hon Gov Gen Sen Reps Rep Lt Col Sgt Capt Cmdr Maj Adm Pres Messrs St Mt Ft vs v e.g i.e cf viz approx ca',
);
/** Behind these it goes on where a number follows. */
const BEFORE_A_NUMBER = words(
  'No Nos Fig Figs p pp Vol Art Sec Ch Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec no fig vol',
);
/** These may end a sentence or not: the word that follows has to tell. */
const ANYWHERE = words(
  'Inc Corp Ltd Co Bros LLC plc Jr Sr Ph.D M.D B.A M.A a.m p.m et al etc est dept Dept Univ Assn Ave Blvd Rd Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec',
);
/** Words that begin a sentence far more often than they are a part of a name. */
const OPENERS = words(
  'A After Although An And Another As At Because Both But By Each Even For From He Her His How However I If In It Its Many Meanwhile Most Not Now On One Only Our She Since So Some Still Such That The Their Then There These They This Those Though Three To Today Two Under Until We What When Where Which While Who Why With Yet You',
);

const known = new WeakMap<Passage, readonly Span[]>();

/** The sentences of a passage, without the space between them. */
export function sentences(passage: Passage): readonly Span[] {
  const found = known.get(passage);
  if (found) return found;
  const made = sentencesIn(passage.text);
  known.set(passage, made);
  return made;
}

/** A mark that may end a sentence with something behind it: without one the segmenter, which is slow, has nothing to say. */
const INNER_END = /[.!?]["'”’)\]]*\s+\S|[。！？｡．]["'”’』」）)\]]*\s*[^\s"'”’』」）)\]。！？]/;

let segmenter: Intl.Segmenter | undefined;

/** As UAX #29 has them, with abbreviations, initials, questions inside a sentence and hard breaks mended. */
export function sentencesIn(text: string): readonly Span[] {
  const whole = trimmed(text, 0, text.length);
  if (whole.start === whole.end) return [];
  if (!INNER_END.test(text)) return [whole];
  const found: Span[] = [];
  let start = 0;
  let reached = 0;
  for (const boundary of boundaries(text)) {
    // `。“` is one to the segmenter, which takes every quotation mark for a closing one.
    const end = boundary - (OPENED.exec(text.slice(reached, boundary))?.[0].length ?? 0);
    reached = boundary;
    if (end < text.length && goesOn(text.slice(start, end), text.slice(end, end + 40))) continue;
    const sentence = trimmed(text, start, end);
    if (sentence.start < sentence.end) found.push(sentence);
    start = end;
  }
  return found;
}

/** As much as the segmenter gets at once: the time that V8's takes grows with the square of the length. */
const WINDOW = 2000;

/** Where the sentences of the segmenter end. */
function* boundaries(text: string): Generator<number> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  let size = WINDOW;
  for (let from = 0; from < text.length; ) {
    const isRest = from + size >= text.length;
    const ends = Array.from(
      segmenter.segment(text.slice(from, from + size)),
      ({ index, segment }) => from + index + segment.length,
    );
    // The last in a window is its end, and the one before it may depend on what stands behind the window.
    const certain = isRest ? ends : ends.slice(0, -2);
    yield* certain;
    size = certain.length > 0 ? WINDOW : 2 * size;
    from = certain.at(-1) ?? from;
  }
}

const OPENED = /(?<=[。！？])[“‘「『（《【]+$/;
const END = /(?:[.!?。！？｡．]|…{1,2})["'”’»)\]』」）]*$/;
const ASKED = /[!?！？]["'”’»)\]』」）]*$/;
const INITIAL = /(?:^|[\s.(])[A-Z]\.$/;
const LOWER_WORD = /^["'“‘(]?[a-zß-öø-ÿ]+(?![A-Za-z])/;
/** `？”他问。` */
const HAN_SPEECH = /^[^，。！？；]{0,6}[问说道答喊]/;

/** Whether what a segment ends with is no end, by what it says and what comes next. */
function goesOn(segment: string, next: string): boolean {
  const said = segment.trimEnd();
  if (!END.test(said)) return true;
  if (/[”」』]$/.test(said) && HAN_SPEECH.test(next)) return true;
  const isLower = LOWER_WORD.test(next);
  if (isLower && (ASKED.test(said) || said.endsWith('.'))) return true;
  if (!said.endsWith('.')) return false;
  if (/^[(\s]*(?:\d{1,3}|[a-z])\.$/.test(said)) return true;
  return isAbbreviated(said.slice(0, -1), next);
}

function isAbbreviated(said: string, next: string): boolean {
  const word = said.slice(lastBreak(said) + 1);
  if (BEFORE_A_NAME.has(word)) return true;
  if (/^\d/.test(next)) return BEFORE_A_NUMBER.has(word) || ANYWHERE.has(word);
  const isInitial = INITIAL.test(`${said}.`) || /^(?:[A-Z]\.)+[A-Z]$/.test(word);
  return (isInitial || ANYWHERE.has(word)) && !OPENERS.has(/^["'“‘(]?([A-Za-z]+)/.exec(next)?.[1] ?? 'The');
}

/** The last place at which a word may begin after: a space, a bracket, an opening mark. */
function lastBreak(said: string): number {
  for (let at = said.length - 1; at >= 0; at--) if (/[\s([{"'“‘—–-]/.test(said.charAt(at))) return at;
  return -1;
}

/** Whether a text ends in a full stop that belongs to its last word. */
export function endsInAbbreviation(text: string): boolean {
  if (!text.endsWith('.')) return false;
  const said = text.slice(0, -1);
  const word = said.slice(lastBreak(said) + 1);
  return (
    BEFORE_A_NAME.has(word) || BEFORE_A_NUMBER.has(word) || ANYWHERE.has(word) || /^(?:[A-Za-z]\.)*[A-Z]$/.test(word)
  );
}

/** Whether a sentence, or words of somebody, begin at an offset of a text. */
export function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at).trimEnd();
  return before === '' ? at < 12 || text.slice(0, at).trim() === '' : /[.!?:\n"'“‘”’([{—–…]$/.test(before);
}

function trimmed(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  return { start: from, end: Math.max(from, start + slice.trimEnd().length) };
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
