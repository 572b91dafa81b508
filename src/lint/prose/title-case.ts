import { titleCase } from 'title-case';
import type { Edit } from '../../text/index.ts';
import { endsInAbbreviation } from './sentences.ts';

/** Small words that one book capitalizes and the next does not, by their length or their part in the sentence. */
const EITHER_WAY = setOf(
  'about after against amid among around as because before behind below between beyond but down during except from if inside into like near off onto out over past per plus round since so than that through till toward under until up upon v versus via vs when with within without yet',
);
/** Lower case by nature: particles of names, units, `rock 'n' roll`. */
const LOWER_BY_NATURE = setOf(
  'al bin da das de del della den der des di do dos du e el ibn la las le les los van ver von y zu und et n s t cm ft g gb hz kg km kwh lb m mb mg ml mm mph nm oz pm am px tb x',
);
/** A prefix is no word of its own, so what stands behind its hyphen may stay as it is: `Co-founder`, `Anti-inflammatory`. */
const PREFIXES = setOf(
  'anti bi bio co counter cross cyber de e ex extra hyper in inter intra intro mega meta micro mid mini mis multi neo non over post pre pro proto pseudo quasi re semi sub super techno trans tri ultra un under uni vice',
);
/** `Series A`, `Plan B`: not the article. */
const BEFORE_A_LETTER =
  /\b(?:series|plan|vitamin|hepatitis|type|class|group|section|part|grade|tier|appendix|team|category)\s$/i;
/** Verbs of which a small word is more often a part than not: `Turn On the Light`, `Court Weighs In on Data`. */
const PHRASAL =
  /\b(?:(?:turn|log|sign|weigh|clock|check|switch|rein|usher|cash|opt)(?:s|ed|ing)?|logg(?:ed|ing)|(?:tak|tun)(?:es?|ing)|took)\s$/i;
const ADVERBS = new Set(['On', 'In']);
/** `E. coli`, `C. elegans`: not `U.S. wants`. */
const SPECIES = /(?:^|[^.\w])[A-Z]\.\s$/;
/** What ends a clause of a headline: behind it even a small word has a capital. */
const TERMINATORS = new Set(['.', '!', '?', ':']);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

interface Table {
  readonly small: ReadonlySet<string>;
  /** For the library, which would raise them; at the end of a headline it does. */
  readonly unraised: Set<string>;
}

const tables = new WeakMap<readonly string[], Table>();

function tableOf(list: readonly string[]): Table {
  const found = tables.get(list);
  if (found) return found;
  const made = { small: new Set(list), unraised: new Set([...list, ...EITHER_WAY, ...LOWER_BY_NATURE]) };
  tables.set(list, made);
  return made;
}

/** What the words of a headline alone do not tell. */
export interface Doubts {
  /** Whether the letters at an offset are somebody else's. */
  readonly keeps?: (at: number) => boolean;
  /** Whether `The` with the word behind it is a name: `The Hague`. */
  readonly isName?: (words: string) => boolean;
}

/**
 * What title case changes in a headline, letter by letter. Mixed-case words and acronyms stay, and so do words of
 * which nobody can be sure: longer prepositions, particles of names, units.
 */
export function titleCaseEdits(text: string, smallWords: readonly string[], doubts: Doubts = {}): readonly Edit[] {
  const { small, unraised } = tableOf(smallWords);
  const raised = titleCase(text, { smallWords: unraised, titleTerminators: TERMINATORS });
  if (raised.length !== text.length || !HAS_LOWER.test(text)) return [];
  const edits: Edit[] = [];
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const from = index + (OPENING.exec(found)?.[0].length ?? 0);
    const word = found.slice(from - index).replace(CLOSING, '');
    if (word === '' || doubts.keeps?.(from)) continue;
    const letter = word.charAt(0);
    const isRaised = LOWER.test(word) && raised.charAt(from) !== letter && isCertain(text, from, word, unraised);
    const isLowered = CAPITALIZED.test(word) && small.has(word.toLowerCase()) && isInside(text, from, word, doubts);
    if (isRaised) edits.push({ span: { start: from, end: from + 1 }, text: letter.toUpperCase() });
    if (isLowered) edits.push({ span: { start: from, end: from + 1 }, text: letter.toLowerCase() });
  }
  return edits;
}

/** Without a small letter nothing can be told from capitals. */
const HAS_LOWER = /[a-z]/;
const WORD = /[A-Za-z\u00c0-\u024f'’]+/g;
const OPENING = /^['’]+/;
const CLOSING = /['’]+$/;
const LOWER = /^[a-zß-öø-ÿ]+(?:['’][a-zß-öø-ÿ]+)?$/;
const CAPITALIZED = /^[A-Z][a-z]*$/;

const GLUED_BEFORE = /[@#&.\w\\_]/;
const GLUED_AFTER = /^(?:[@_\d\\=]|\.\w)/;
const VERSUS = /^vs?\./;
const COMPOUND = /([A-Za-z]+)-$/;

/** Not a part of something that is no word, as `example.com` or `@name`; not behind a prefix or an abbreviation. */
function isCertain(text: string, from: number, word: string, unraised: ReadonlySet<string>): boolean {
  if (LOWER_BY_NATURE.has(word)) return false;
  const before = text.slice(Math.max(0, from - 16), from);
  const after = text.slice(from + word.length, from + word.length + 2);
  if (GLUED_BEFORE.test(before.slice(-1)) || GLUED_AFTER.test(after)) return false;
  if (SPECIES.test(before)) return false;
  if (!unraised.has(word)) return !PREFIXES.has(COMPOUND.exec(before)?.[1]?.toLowerCase() ?? '');
  return !before.endsWith('-') && !VERSUS.test(text.slice(from)) && !endsInAbbreviation(before.trimEnd());
}

const CLAUSE_BEFORE = /[A-Za-z0-9\u00c0-\u024f%)'’,”"]\s+$/;
const CLAUSE_AFTER = /^\s+['"‘“(]?[A-Za-z0-9\u00c0-\u024f$€£]/;

/** In the middle of a clause: not first or last in it, nor a part of a name or a compound. */
function isInside(text: string, from: number, word: string, { isName }: Doubts): boolean {
  const before = text.slice(Math.max(0, from - 20), from);
  if (!CLAUSE_BEFORE.test(before) || !CLAUSE_AFTER.test(text.slice(from + word.length))) return false;
  if (ADVERBS.has(word) && PHRASAL.test(before)) return false;
  if (word === 'A') return !BEFORE_A_LETTER.test(before);
  return word !== 'The' || !isName?.(text.slice(from).split(/\s+/, 2).join(' '));
}
