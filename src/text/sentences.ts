import type { Span } from './span.ts';

/* Left out of `index.ts`: only checks and channels need these words, and every start would make sets of them. */

/** Abbreviations that never end a sentence. */
const BEFORE_A_NAME = words(
  'Mr Mrs Ms Mx Dr Prof Rev Hon Gov Gen Sen Reps Rep Lt Col Sgt Capt Cmdr Maj Adm Pres Messrs St Mt Ft vs v e.g i.e cf viz approx ca',
);
/** Abbreviations that do not end a sentence before a number. */
const BEFORE_A_NUMBER = words(
  'No Nos Fig Figs p pp Vol Art Sec Ch Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec no fig vol',
);
/** Abbreviations that may end a sentence: the next word decides. */
const ANYWHERE = words(
  'Inc Corp Ltd Co Bros LLC plc Jr Sr Ph.D M.D B.A M.A a.m p.m et al etc est dept Dept Univ Assn Ave Blvd Rd Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec',
);
/** Words that start a sentence far more often than a name. */
const OPENERS = words(
  'A After Although An And Another As At Because Both But By Each Even For From He Her His How However I If In It Its Many Meanwhile Most Not Now On One Only Our She Since So Some Still Such That The Their Then There These They This Those Though Three To Today Two Under Until We What When Where Which While Who Why With Yet You',
);

/** What goes on after a time of day: `6 p.m. Tuesday`, `6 P.M. Eastern`. */
const AFTER_TIME =
  /^(?:[a-z].*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December|[A-Z]{2,4}|Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|Beijing|London|Tokyo)$/;
/** A time at the start of its sentence: `At 5 a.m. Mr. Smith went.` */
const TIME_OPENING = /^\W*(?:At|By|Around|About|From|Until|Since|Before|After|Between|On)\b[^,;]{0,30}$/;

/** A possible end inside the text. Without one there is no need for the segmenter, which is slow. */
const INNER_END = /[.!?]["'”’)\]]*\s+\S|[。！？｡．]["'”’』」）)\]]*\s*[^\s"'”’』」）)\]。！？]/;

let segmenter: Intl.Segmenter | undefined;

/** Returns sentences by UAX #29, corrected for abbreviations, initials, questions inside a sentence and hard breaks. */
export function sentencesIn(text: string): readonly Span[] {
  const whole = trimmed(text, 0, text.length);
  if (whole.start === whole.end) return [];
  if (!INNER_END.test(text)) return [whole];
  const found: Span[] = [];
  let start = 0;
  let reached = 0;
  for (const boundary of boundaries(text)) {
    // The segmenter treats every quotation mark as a closing one, as in `。“`.
    const end = boundary - (OPENED.exec(text.slice(reached, boundary))?.[0].length ?? 0);
    reached = boundary;
    if (end < text.length && goesOn(text.slice(start, end), text.slice(end, end + 40))) continue;
    const sentence = trimmed(text, start, end);
    if (sentence.start < sentence.end) found.push(sentence);
    start = end;
  }
  return found;
}

/** V8's segmenter takes quadratic time, so it gets the text in windows of this length. */
const WINDOW = 2000;

/** Yields the ends of the segmenter's sentences. */
function* boundaries(text: string): Generator<number> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  let size = WINDOW;
  for (let from = 0; from < text.length; ) {
    const isRest = from + size >= text.length;
    const ends = Array.from(
      segmenter.segment(text.slice(from, from + size)),
      ({ index, segment }) => from + index + segment.length,
    );
    // The last end is that of the window, and the one before may depend on text after the window.
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

/** Whether the sentence continues after a segment. */
function goesOn(segment: string, next: string): boolean {
  const said = segment.trimEnd();
  if (!END.test(said)) return true;
  // A name with a mark inside: `Y!J. is a portal.`
  if (/(?:^|\s)[A-Z][!?]$/.test(segment) && /^[A-Za-z]/.test(next)) return true;
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
  const [, first = 'The'] = /^["'“‘([]*([A-Za-z]+)/.exec(next) ?? [];
  if (/^[ap]\.m$/i.test(word)) return !OPENERS.has(first) && (AFTER_TIME.test(first) || TIME_OPENING.test(said));
  return (isInitial || ANYWHERE.has(word)) && !OPENERS.has(first);
}

/** Returns the offset of the last character before a word: a space, a bracket or an opening mark. */
function lastBreak(said: string): number {
  for (let at = said.length - 1; at >= 0; at--) if (/[\s([{"'“‘—–-]/.test(said.charAt(at))) return at;
  return -1;
}

/** Whether the final full stop of a text belongs to an abbreviation. */
export function endsInAbbreviation(text: string): boolean {
  if (!text.endsWith('.')) return false;
  const said = text.slice(0, -1);
  const word = said.slice(lastBreak(said) + 1);
  return (
    BEFORE_A_NAME.has(word) || BEFORE_A_NUMBER.has(word) || ANYWHERE.has(word) || /^(?:[A-Za-z]\.)*[A-Z]$/.test(word)
  );
}

/** Whether a sentence or a quotation starts at an offset. */
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
