import { type HouseContext, houseFor, languageOf, primary } from '../house/resolve.ts';
import { plainText } from '../model/article.ts';
import type { CstNote } from '../model/cst.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Note, NoteBlock, NoteSection } from '../model/note.ts';
import type { Passage } from '../model/passage.ts';
import { normalizeName, type Vocabulary } from '../model/vocabulary.ts';
import { toDraft } from '../read/article.ts';
import { embargoed } from '../read/embargo.ts';
import { type CstResult, readWhole } from '../read/note.ts';
import { isStructured, readStructured } from '../read/structured.ts';
import { valuePassages } from '../read/value-passages.ts';
import type { Source } from '../text/index.ts';
import type { InsightPassages, RuleContext } from './context.ts';

/** A note ready for the rules, or the problems that prevent it from being read. */
export interface RuleContextResult {
  readonly context?: RuleContext;
  /** Absent for a structured note. */
  readonly cst?: CstNote;
  /** What the reader found. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a note for the rules. Never throws for content. */
export function createRuleContext(
  source: Source,
  houseContext: HouseContext,
  now: number = Date.now(),
): RuleContextResult {
  const { vocabulary } = houseContext;
  const read: CstResult = isStructured(source)
    ? readStructured(source, vocabulary, 'all')
    : readWhole(source, vocabulary);
  const { note, cst } = read;
  if (!note) return { diagnostics: read.diagnostics };
  const house = houseFor(note, houseContext);
  const language = languageOf(note, house);
  const { article, diagnostics } = toDraft(note, house, vocabulary);
  const readerDiagnostics = [...read.diagnostics, ...diagnostics, ...embargoed(article, note, now)];
  const context: RuleContext = {
    source,
    note,
    house,
    language,
    isForeign: language !== primary(house.lang),
    article,
    readerDiagnostics,
    ...partsOf(note, vocabulary, article.source.length > 0),
    now,
  };
  return { context, diagnostics: readerDiagnostics, ...(cst ? { cst } : {}) };
}

type Parts = Omit<
  RuleContext,
  'source' | 'note' | 'house' | 'language' | 'isForeign' | 'article' | 'readerDiagnostics' | 'formatted' | 'now'
>;

function partsOf(note: Note, vocabulary: Vocabulary, hasSource: boolean): Parts {
  const section = (kind: NoteSection['kind']) => note.sections.find((one) => one.kind === kind);
  const [body, insight, laws] = [section('body'), section('insight'), section('laws')];
  const values = valuePassages(note.fields, note.source);
  const headline = values.find(({ key, text }) => key === 'headline' && text !== '') ?? note.headline?.passage;
  const isSource = (block: NoteBlock) => hasSource && block === note.sourceLine?.block;
  const bodyBlocks = (body?.blocks ?? []).filter((block) => !isSource(block));
  const printed = note.sections.filter(({ kind }) => kind !== 'notes').flatMap(({ blocks }) => blocks);
  const inText = printed.filter((block) => !isSource(block)).flatMap(({ passages = [] }) => passages);
  const passages = [...values, ...(note.headline?.passage ? [note.headline.passage] : []), ...inText];
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
  for (const { block, passages = [] } of blocks) {
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

function lawsIn({ block, passages = [] }: NoteBlock): readonly (readonly Passage[])[] {
  if (block.type !== 'list') return passages.length > 0 ? [passages] : [];
  return block.items.map((_, index) => passages.filter(({ item }) => item === index)).filter((law) => law.length > 0);
}
