import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver/node';
import type { RuleContext } from '../../lint/context.ts';
import type { Note, NoteSection } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';
import { type Span, span } from '../../text/index.ts';
import type { Analysis } from './analysis.ts';
import type { Places } from './places.ts';

/** The parts of a note in the order of the text: the headline, the body and the sections with their parts and laws. */
export function symbols({ linted, places }: Analysis): DocumentSymbol[] {
  const context = linted?.context;
  if (!context) return [];
  const { note, headline } = context;
  const front = note.frontMatter ? [frontSymbol(note, note.frontMatter, places)] : [];
  const title = headline ? [symbol(headline.text, 'headline', SymbolKind.String, headline.span, places)] : [];
  const sections = note.sections
    .filter(({ heading, blocks }) => heading !== undefined || blocks.length > 0)
    .map((section) => sectionSymbol(section, context, places));
  const inFront = headline && note.frontMatter && headline.span.end <= note.frontMatter.end;
  return [...front, ...(inFront ? [] : title), ...sections];
}

function symbol(
  name: string,
  detail: string,
  kind: SymbolKind,
  whole: Span,
  places: Places,
  selection: Span = whole,
): DocumentSymbol {
  // The protocol forbids an empty name, and a selection that leaves the range. The key of a YAML note is before its section.
  const shown = name.trim() === '' ? detail : name.trim();
  const range = span(Math.min(whole.start, selection.start), Math.max(whole.end, selection.end));
  return { name: shown, detail, kind, range: places.range(range), selectionRange: places.range(selection) };
}

function frontSymbol(note: Note, whole: Span, places: Places): DocumentSymbol {
  const children = note.fields.map(({ name, nameSpan, value }) => {
    const text = note.source.text.slice(value.span.start, value.span.end).split('\n')[0] ?? '';
    return symbol(name, text, SymbolKind.Property, span(nameSpan.start, value.span.end), places, nameSpan);
  });
  return { ...symbol('front matter', '', SymbolKind.Object, whole, places), children };
}

function sectionSymbol(section: NoteSection, context: RuleContext, places: Places): DocumentSymbol {
  const { kind, id, heading, span: whole } = section;
  const detail = id ?? kind;
  const first = section.blocks[0]?.span ?? whole;
  const made = symbol(heading?.text ?? 'Body', detail, SymbolKind.Module, whole, places, heading?.span ?? first);
  const children = childrenOf(section, context, places);
  return children.length > 0 ? { ...made, children } : made;
}

function childrenOf({ kind, blocks }: NoteSection, { parts, lawPassages }: RuleContext, places: Places) {
  if (kind === 'insight')
    return parts.map(({ role, heading, passages }) =>
      partSymbol(heading ? [heading, ...passages] : passages, role ?? 'part', SymbolKind.Field, places),
    );
  if (kind === 'laws') return lawPassages.map((law) => partSymbol(law, 'law', SymbolKind.Constant, places));
  const headings = blocks.filter(({ type }) => type === 'heading').flatMap(({ passages }) => passages.slice(0, 1));
  return headings.map((heading) => partSymbol([heading], 'heading', SymbolKind.Field, places));
}

function partSymbol(passages: readonly Passage[], detail: string, kind: SymbolKind, places: Places): DocumentSymbol {
  const [first] = passages;
  const [start, end] = [first?.span.start ?? 0, passages.at(-1)?.span.end ?? 0];
  return symbol(shortened(first?.text ?? ''), detail, kind, span(start, Math.max(start, end)), places, first?.span);
}

const LONGEST = 60;

/** The first words of a text. */
function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words.length <= LONGEST) return words;
  return `${words.slice(0, LONGEST).replace(/(?:\s\S*|[\ud800-\udbff])$/, '')}…`;
}
