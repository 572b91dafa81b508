/** An acronym in a text, without a plural s. */
export interface Acronym {
  readonly name: string;
  readonly index: number;
}

/**
 * Two to six capitals, with digits inside. Parts of paths, handles, versions and longer codes are none: `GPT-4`, `TCP/IP`,
 * `R&D`, `U.S.`, `LICENSE.md`, `RFC 2119`, `LIST()`.
 */
const ACRONYM =
  /(?<![\w\u00c0-\u024f@#$%&/\\.=~+*<>|:;'’-])[A-Z][A-Z\d]{0,4}[A-Z](?=(?:s|['’]s)?(?![\w\u00c0-\u024f@#&/\\=~+*<>|('’-]|[.:;]\w| \d)|-[a-z])/g;

/** Whether a text has something like an acronym: a cheap first look. */
export const ANY_ACRONYM = /[A-Z][\dA-Z]?[A-Z]/;

const ROMAN = /^M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/;
const CAPITALS = /^[^a-z]*[A-Z]{2}[^a-z]*$/;

/** Yields the acronyms that readers do not know. Words in a line of capitals, numerals, units and initials are none. */
export function* acronymsIn(text: string, known: (name: string) => boolean): Generator<Acronym> {
  for (const { 0: name, index } of text.matchAll(ACRONYM)) {
    if (known(name) || ROMAN.test(name)) continue;
    const [before, after] = aroundOf(text, { name, index });
    if (isPartOfName(name, before, after)) continue;
    // `BREAKING NEWS`, but `US FTRB`.
    const beside = [/(\S+)\s+$/.exec(before)?.[1], /^s?\s+(\S+)/.exec(after)?.[1]];
    if (beside.some((word) => word && CAPITALS.test(word) && !known(word.replace(/[^A-Z\d]/g, '')))) continue;
    yield { name, index };
  }
}

function aroundOf(text: string, { name, index }: Acronym): readonly [before: string, after: string] {
  const end = index + name.length;
  return [text.slice(Math.max(0, index - 40), index), text.slice(end, end + 60)];
}

/** `5 MW`, `NYSE: ABC`, `Salem, OR`, `Ada Berg, CPA,`, `Sphinx, YLD, and Yahoo`, `RJ Smith`, and a speaker: `EH: We sleep`. */
function isPartOfName(name: string, before: string, after: string): boolean {
  if (/\d[ \u00a0]?$|[A-Z]{2}: ?$/.test(before) || (before === '' && after.startsWith(':'))) return true;
  if (
    /[A-Z]\w*[a-z](?:, (?:and |or )?| and | or )$/.test(before) &&
    (name.length === 2 || /^(?:[,.;:!)]|$| and | or )/.test(after))
  )
    return true;
  // A surname in capitals, in a list.
  if (/, [A-Z][a-z]+ $/.test(before) && /^[,.]/.test(after)) return true;
  return name.length === 2 && /^ [A-Z][a-z]/.test(after) && !/\b[Tt]he $/.test(before);
}

/** The kinds of things that a writer names before an acronym, so that readers know what it is: `the union NWSU`. */
const KINDS =
  'agency|airline|association|authority|bank|body|broadcaster|bureau|carrier|charity|company|conference|council|daemon|desktop|developer|distribution|drug|editor|firm|format|framework|fund|giant|group|insurer|language|library|lobby|lender|maker|manufacturer|ministry|network|newspaper|operator|organi[sz]ation|package|party|project|protocol|regulator|server|software|standard|station|store|syndrome|system|team|think tank|tool|union|university|watchdog';

const INTRODUCED_BEFORE = [
  /(?:, or|known as|called|named|dubbed|abbreviated|acronym|short for)(?: the| as| to)?[ ,:"“'‘]*$/i,
  new RegExp(`(?<![A-Za-z])(?:${KINDS})s?,? $`),
  // `our parent nonprofit, ISRG`
  /\b(?:[Oo]ur|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]he|[Aa]n?)(?: [a-z’'-]+){1,4}, $/,
  // `our parent nonprofit, ISRG`
  /\b(?:our|its|their|his|her|the|an?)(?: [a-z’'-]+){1,4}, $/,
];
const INTRODUCED_AFTER = [
  /^s? ?\(["“'‘]?(?:the )?[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'’-]* [A-Za-z]/,
  /^s?,? (?:(?:stands?|is short|short) for|means|(?:is|are|was|were) (?:an?|the|one|our)\b|refers? to)/,
  // An apposition, but no `COPD, the study found`.
  /^s?(?:,| [—–-]) (?:or|an?|the|which|formerly|one of|our|its) (?![^.,;]*\b(?:said|says|found|showed|shows|told|wrote|reported|added)\b)/,
];
const OPENED = /[(["“'‘](?:the )?$/;
const CLOSED = /^s?["”'’]?[)\]]/;

/** Whether a text says beside an acronym what it stands for: `Tram Board (FTB)`, `FTB (Tram Board)`, `FTB is a board`. */
export function isIntroduced(name: string, text: string): boolean {
  for (let index = text.indexOf(name); index !== -1; index = text.indexOf(name, index + name.length)) {
    const [before, after] = aroundOf(text, { name, index });
    if (/[A-Z]$/.test(before) || /^[A-Z]/.test(after)) continue;
    if (OPENED.test(before) && CLOSED.test(after)) return true;
    if (INTRODUCED_BEFORE.some((pattern) => pattern.test(before))) return true;
    if (INTRODUCED_AFTER.some((pattern) => pattern.test(after))) return true;
    // `CJS (CommonJS)`
    const initial = /^s? ?\((.)/.exec(after)?.[1];
    if (initial?.toUpperCase() === name.charAt(0)) return true;
  }
  return false;
}

const WORD = /[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'’]*/g;
/** An acronym leaves out at most two words in a row: `of the`. */
const SMALL_IN_A_ROW = 2;
/** Words that an acronym may leave out. */
const SMALL = new Set('of and for the in on to a an at de la le du des der die und für y del'.split(' '));

/** The words of a text, and where a mark other than a hyphen ends a name. */
export interface TextWords {
  readonly words: readonly string[];
  /** The indices of the words that follow a mark. */
  readonly breaks: ReadonlySet<number>;
  /** The indices of words by their first letter in lower case. */
  readonly byInitial: ReadonlyMap<string, readonly number[]>;
}

export function textWords(text: string): TextWords {
  const words: string[] = [];
  const breaks = new Set<number>();
  const byInitial = new Map<string, number[]>();
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (/[^\s,&/*'"“”’‘-]|\n\n/.test(text.slice(end, index))) breaks.add(words.length);
    const initial = word.charAt(0).toLowerCase();
    const same = byInitial.get(initial);
    if (same) same.push(words.length);
    else byInitial.set(initial, [words.length]);
    words.push(word);
    end = index + word.length;
  }
  return { words, breaks, byInitial };
}

/**
 * Whether words in a row have the initials of an acronym: `Alliance of Small Island States`, with or without the small words.
 * Two words in lower case have any initials, so that they need capitals.
 */
export function isSpelledOut(name: string, { words, breaks, byInitial }: TextWords): boolean {
  const initials = name.toLowerCase().replace(/\d/g, '');
  const isFrom = (at: number, letter: number, skipped: number): boolean => {
    if (letter === initials.length) return true;
    const word = words[at];
    if (word === undefined || (letter > 0 && breaks.has(at))) return false;
    const fits = word.charAt(0).toLowerCase() === initials[letter] && (initials.length > 2 || /^[A-Z]/.test(word));
    if (fits && isFrom(at + 1, letter + 1, 0)) return true;
    return letter > 0 && skipped < SMALL_IN_A_ROW && SMALL.has(word) && isFrom(at + 1, letter, skipped + 1);
  };
  return (byInitial.get(initials.charAt(0)) ?? []).some((at) => isFrom(at, 0, 0));
}
