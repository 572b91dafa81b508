import { titleCase } from 'title-case';
import { applyEdits, type Edit } from '../../text/index.ts';
import { endsInAbbreviation } from '../../text/sentences.ts';
import { memoize } from '../memoize.ts';

/** Small words that some stylebooks capitalize and others do not. */
const EITHER_WAY = setOf(
  'about after against amid among around as because before behind below between beyond but down during except from if inside into like near off onto out over past per plus round since so than that through till toward under until up upon v versus via vs when with within without yet',
);
/** Name particles, units and the `n` of `rock 'n' roll`. */
const ALWAYS_LOWER = setOf(
  'al bin da das de del della den der des di do dos du e el ibn la las le les los van ver von y zu und et n s t cm ft g gb hz kg km kwh lb m mb mg ml mm mph nm oz pm am px tb x',
);
/** After a prefix and a hyphen, either case is right: `Co-founder`, `Anti-Inflammatory`. */
const PREFIXES = setOf(
  'anti bi bio co counter cross cyber de e ex extra hyper in inter intra intro mega meta micro mid mini mis multi neo non over post pre pro proto pseudo quasi re semi sub super techno trans tri ultra un under uni vice',
);
/** Words before a letter that is not an article: `Series A`, `Plan B`. */
const BEFORE_A_LETTER =
  /\b(?:series|plan|vitamin|hepatitis|type|class|group|section|part|grade|tier|appendix|team|category)\s$/i;
/** Phrasal verbs, whose adverb is capitalized: `Turn On the Light`, `Court Weighs In on Data`. */
const PHRASAL =
  /\b(?:(?:turn|log|sign|weigh|clock|check|switch|rein|usher|cash|opt)(?:s|ed|ing)?|logg(?:ed|ing)|(?:tak|tun)(?:es?|ing)|took)\s$/i;
const ADVERBS = new Set(['On', 'In']);
/** `E. coli`, `C. elegans`, but not `U.S. wants`. */
const SPECIES = /(?:^|[^.\w])[A-Z]\.\s$/;
/** After these, even a small word is capitalized. */
const TERMINATORS = new Set(['.', '!', '?', ':']);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

interface SmallWords {
  readonly small: ReadonlySet<string>;
  /** Words that the library keeps in lower case, except at the end of a headline. */
  readonly unraised: Set<string>;
}

const smallWordsOf = memoize(
  (list: readonly string[]): SmallWords => ({
    small: new Set(list),
    unraised: new Set([...list, ...EITHER_WAY, ...ALWAYS_LOWER]),
  }),
);

/** What the headline alone does not show. */
export interface TitleCaseExceptions {
  /** Whether the word at an offset keeps its case, because it is quoted or code. */
  readonly keeps?: (at: number) => boolean;
  /** Whether `The` and the next word are a name: `The Hague`. */
  readonly isName?: (words: string) => boolean;
  /** Whether a word is a name: `Oslo`. */
  readonly isProper?: (word: string) => boolean;
}

/**
 * Returns the edits that put a headline into title case, one letter each. Words that may be right keep their case: mixed-case
 * words, acronyms, longer prepositions, name particles and units.
 * No edit is one that the next round would undo.
 */
export function titleCaseEdits(
  text: string,
  smallWords: readonly string[],
  exceptions: TitleCaseExceptions = {},
): readonly Edit[] {
  const edits = caseEdits(text, smallWords, exceptions);
  if (edits.length === 0) return edits;
  const undone = new Set(caseEdits(applyEdits(text, edits), smallWords, exceptions).map(({ span }) => span.start));
  return edits.filter(({ span }) => !undone.has(span.start));
}

function caseEdits(text: string, smallWords: readonly string[], exceptions: TitleCaseExceptions): readonly Edit[] {
  const { small, unraised } = smallWordsOf(smallWords);
  const raised = titleCase(text, { smallWords: unraised, titleTerminators: TERMINATORS });
  if (raised.length !== text.length || !HAS_LOWER.test(text)) return [];
  const edits: Edit[] = [];
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const from = index + (OPENING.exec(found)?.[0].length ?? 0);
    const word = found.slice(from - index).replace(CLOSING, '');
    if (word === '') continue;
    const letter = word.charAt(0);
    const isRaised = LOWER.test(word) && raised.charAt(from) !== letter && isCertain(text, from, word, unraised);
    const isLowered = CAPITALIZED.test(word) && small.has(word.toLowerCase()) && isInside(text, from, word, exceptions);
    if ((!isRaised && !isLowered) || exceptions.keeps?.(from)) continue;
    edits.push({ span: { start: from, end: from + 1 }, text: isRaised ? letter.toUpperCase() : letter.toLowerCase() });
  }
  return edits;
}

/** If everything is in capitals, no word can be judged. */
const HAS_LOWER = /[a-z]/;
const WORD = /[A-Za-z\u00c0-\u024f'’]+/g;
const OPENING = /^['’]+/;
const CLOSING = /['’]+$/;
const LOWER = /^[a-zß-öø-ÿ]+(?:['’][a-zß-öø-ÿ]+)?$/;
const CAPITALIZED = /^[A-Z][a-z]*$/;

const GLUED_BEFORE = /[@#&.\w\\_]/;
const GLUED_AFTER = /^(?:[@_\d\\=]|\.\w)/;
const VERSUS = /^vs?\./;
const AFTER_VERSUS = /\bvs?\.\s$/;
const COMPOUND = /([A-Za-z]+)-$/;

/** Whether a word needs a capital: not in `example.com` or `@name`, nor after a prefix or an abbreviation. */
function isCertain(text: string, from: number, word: string, unraised: ReadonlySet<string>): boolean {
  if (ALWAYS_LOWER.has(word)) return false;
  const before = text.slice(Math.max(0, from - 16), from);
  const after = text.slice(from + word.length, from + word.length + 2);
  if (GLUED_BEFORE.test(before.slice(-1)) || GLUED_AFTER.test(after)) return false;
  // A stylebook leaves `and/or` in lower case.
  if (unraised.has(word) && (before.endsWith('/') || after.startsWith('/'))) return false;
  if (SPECIES.test(before)) return false;
  if (!unraised.has(word)) return !PREFIXES.has(COMPOUND.exec(before)?.[1]?.toLowerCase() ?? '');
  return (
    !before.endsWith('-') &&
    !VERSUS.test(text.slice(from)) &&
    (AFTER_VERSUS.test(before) || !endsInAbbreviation(before.trimEnd()))
  );
}

/** The end of a sentence in quotation marks: `'Stop!' A Nation`. */
const SENTENCE_BEFORE = /[.!?:…]['’"”)]+\s+$/;
const CLAUSE_BEFORE = /[A-Za-z0-9\u00c0-\u024f%)'’,”"]\s+$/;
const CLAUSE_AFTER = /^\s+['"‘“(]?[A-Za-z0-9\u00c0-\u024f$€£]/;

/** Words after a `to` that is a preposition: determiners, and names in capitals or with a digit. */
const OBJECT_OF_TO =
  /^\s+(?:(?:[Tt]he|[Aa]n?|Its?|Their|His|Her|Our|My|Your|This|That|These|Those|All|Each|Every|Some|Any|No|Be(?:st|tter))(?![a-z])|[A-Z]{2,}|[^\sA-Za-z]*\d)/;

/** The AP Stylebook capitalizes the `To` of an infinitive, other stylebooks do not: `How To Improve a Port`. */
function isInfinitive(after: string, isProper: TitleCaseExceptions['isProper']): boolean {
  return !OBJECT_OF_TO.test(after) && !isProper?.(/[A-Za-z\u00c0-\u024f]+/.exec(after)?.[0] ?? '');
}

/** Whether a small word is in the middle of a clause, and not part of a name or a compound. */
function isInside(text: string, from: number, word: string, { isName, isProper }: TitleCaseExceptions): boolean {
  const before = text.slice(Math.max(0, from - 20), from);
  if (SENTENCE_BEFORE.test(before)) return false;
  if (!CLAUSE_BEFORE.test(before) || !CLAUSE_AFTER.test(text.slice(from + word.length))) return false;
  if (ADVERBS.has(word) && PHRASAL.test(before)) return false;
  if (word === 'To' && isInfinitive(text.slice(from + word.length), isProper)) return false;
  if (word === 'A') return !BEFORE_A_LETTER.test(before);
  return word !== 'The' || !isName?.(text.slice(from).split(/\s+/, 2).join(' '));
}
