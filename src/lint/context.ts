import { type HouseContext, houseFor, languageOf, primary } from '../house/resolve.ts';
import { type Article, plainText } from '../model/article.ts';
import type { ChannelReport } from '../model/channels.ts';
import { Clock } from '../model/clock.ts';
import type { CstNote } from '../model/cst.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { House } from '../model/house.ts';
import type { Note, NoteBlock, NoteSection } from '../model/note.ts';
import type { Passage } from '../model/passage.ts';
import { normalizeName, type Vocabulary } from '../model/vocabulary.ts';
import { voidApproval } from '../read/approval.ts';
import { toDraft } from '../read/article.ts';
import { embargoed } from '../read/embargo.ts';
import { type ReadResult, readNote } from '../read/note.ts';
import { isStructured, readStructured } from '../read/structured.ts';
import { valuePassages } from '../read/value-passages.ts';
import type { Source } from '../text/index.ts';
import type { English } from './prose/english.ts';
import type { SourceProblem } from './source-text/given.ts';
import type { FirstVersion } from './translation/first-version.ts';

/** One part of the insight: the text under one heading, or one paragraph if there are no headings. */
export interface InsightPassages {
  /** The house's id of the part that the heading names. */
  readonly role?: string;
  readonly heading?: Passage;
  readonly passages: readonly Passage[];
}

/** What a rule looks at: a note as written and as meant, with the house that prints it. */
export interface RuleContext {
  readonly source: Source;
  readonly note: Note;
  /** The house that prints it. */
  readonly house: House;
  /** The note's primary language: `en`, `zh`. */
  readonly language: string;
  /** Whether the house is for another language, so that its lengths, openers and words do not apply. */
  readonly isForeign: boolean;
  /** The story, without the parts that are missing or invalid. */
  readonly article: Article;
  /** What the reader found. The rules of the same ids report it. */
  readonly readerDiagnostics: readonly Diagnostic[];
  /** The headline, from the front matter or from the heading at the top. */
  readonly headline?: Passage;
  /** The front matter values that are prose, including the headline. */
  readonly values: readonly Passage[];
  readonly body?: NoteSection;
  /** The blocks of the body without the source line. */
  readonly bodyBlocks: readonly NoteBlock[];
  readonly insight?: NoteSection;
  readonly parts: readonly InsightPassages[];
  readonly laws?: NoteSection;
  /** The passages of each law. */
  readonly lawPassages: readonly (readonly Passage[])[];
  /** Everything that is printed, in the order of the text: values, headings inside sections, paragraphs, cells, footnotes. */
  readonly passages: readonly Passage[];
  /** The text of all passages, separated by blank lines, so that one search shows that none contains something. */
  readonly prose: string;
  /** The dictionary. Absent if no rule needs it, and for a note without English words. */
  readonly english?: English;
  /** The words of Chinese by their misspellings. Absent if no rule needs them, and for a note without Chinese text. */
  readonly chinese?: ReadonlyMap<string, string>;
  /** The words of the house and of the project's word list, which the dictionary may lack. */
  readonly knownWords: ReadonlySet<string>;
  /** The note as `format` would write it. Absent if no rule needs it, and for a note that `format` does not write. */
  readonly formatted?: string;
  /** The text that the story is made of, if it is given. */
  readonly sourceText?: Source;
  /** Why that text cannot be read. */
  readonly sourceProblem?: SourceProblem;
  /** The note that this one translates, if it is given. */
  readonly firstVersion?: FirstVersion;
  /** What becomes of the story in the channels of the house, found on the first call. Absent if there are none. */
  readonly channelReport?: () => ChannelReport;
  /** The moment that decides whether an embargo has passed. */
  readonly clock: Clock;
}

/** A note ready for the rules, or the problems that prevent it from being read. */
export interface RuleContextResult {
  readonly context?: RuleContext;
  /** Absent for a structured note. */
  readonly cst?: CstNote;
  /** What the reader found. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a note for the rules. Never throws for content. */
export function createRuleContext(source: Source, houseContext: HouseContext, now?: number): RuleContextResult {
  const { vocabulary } = houseContext;
  const read: ReadResult = isStructured(source) ? readStructured(source, vocabulary) : readNote(source, vocabulary);
  const { note, cst } = read;
  if (!note) return { diagnostics: read.diagnostics };
  const house = houseFor(note, houseContext);
  const language = languageOf(note, house);
  const { article, diagnostics } = toDraft(note, house, vocabulary);
  const clock = new Clock(now);
  const readerDiagnostics = [
    ...read.diagnostics,
    ...diagnostics,
    ...embargoed(article, note, clock),
    ...voidApproval(article, note),
  ];
  const context: RuleContext = {
    source,
    note,
    house,
    language,
    isForeign: language !== primary(house.lang),
    article,
    readerDiagnostics,
    ...partsOf(note, vocabulary, article.source.length > 0),
    knownWords: new Set(house.words.known.map((word) => word.toLowerCase())),
    clock,
  };
  return { context, diagnostics: readerDiagnostics, ...(cst ? { cst } : {}) };
}

type Parts = Omit<
  RuleContext,
  | 'source'
  | 'note'
  | 'house'
  | 'language'
  | 'isForeign'
  | 'article'
  | 'readerDiagnostics'
  | 'english'
  | 'chinese'
  | 'knownWords'
  | 'formatted'
  | 'sourceText'
  | 'sourceProblem'
  | 'firstVersion'
  | 'channelReport'
  | 'clock'
>;

function partsOf(note: Note, vocabulary: Vocabulary, hasSource: boolean): Parts {
  const section = (kind: NoteSection['kind']) => note.sections.find((one) => one.kind === kind);
  const [body, insight, laws] = [section('body'), section('insight'), section('laws')];
  const values = valuePassages(note.fields, note.source);
  const headline =
    values.find(({ key, text }) => key === 'headline' && text !== '') ?? note.headline?.block.passages[0];
  const isSource = (block: NoteBlock) => hasSource && block === note.sourceLine?.block;
  const bodyBlocks = (body?.blocks ?? []).filter((block) => !isSource(block));
  const printed = note.sections.filter(({ kind }) => kind !== 'notes').flatMap(({ blocks }) => blocks);
  const inText = printed.filter((block) => !isSource(block)).flatMap(({ passages }) => passages);
  const inNotes = note.footnotes().flatMap((footnote) => footnote.passages());
  // The keys of a YAML or JSON note, and footnotes, can be anywhere.
  const passages = [...values, ...(note.headline?.block.passages ?? []), ...inText, ...inNotes].sort(
    (a, b) => a.span.start - b.span.start,
  );
  return {
    values,
    bodyBlocks,
    parts: insight ? insightParts(insight, vocabulary) : [],
    lawPassages: laws ? laws.blocks.flatMap(lawsIn) : [],
    passages,
    prose: passages.map(({ text }) => text).join('\n\n'),
    ...(headline ? { headline } : {}),
    ...(body ? { body } : {}),
    ...(insight ? { insight } : {}),
    ...(laws ? { laws } : {}),
  };
}

/** The parts of the insight: one per heading, or one per paragraph if there are no headings. */
function insightParts({ blocks }: NoteSection, { roles }: Vocabulary): readonly InsightPassages[] {
  const parts: { role?: string; heading?: Passage; passages: Passage[] }[] = [];
  let isNamed = false;
  for (const { block, passages } of blocks) {
    const [heading] = passages;
    const current = parts.at(-1);
    if (block.type === 'heading') {
      const role = roles.get(normalizeName(plainText(block.tokens)));
      parts.push({ ...(role === undefined ? {} : { role }), ...(heading ? { heading } : {}), passages: [] });
      isNamed = true;
    } else if (!current || (block.type === 'paragraph' && !isNamed)) parts.push({ passages: [...passages] });
    else current.passages.push(...passages);
  }
  return parts.filter(({ passages }) => passages.length > 0);
}

function lawsIn({ block, passages }: NoteBlock): readonly (readonly Passage[])[] {
  if (block.type !== 'list') return passages.length > 0 ? [passages] : [];
  return block.items.map((_, index) => passages.filter(({ item }) => item === index)).filter((law) => law.length > 0);
}
