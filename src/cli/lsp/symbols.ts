import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver/node';
import type { RuleContext } from '../../lint/context.ts';
import type { Note, NoteSection } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';
import { type Span, span } from '../../text/index.ts';
import type { Messages } from '../messages/messages.ts';
import type { Analysis } from './analysis.ts';
import type { Places } from './places.ts';

/** The parts of a note in the order of the text: the headline, the body and the sections with their parts and laws. */
export function symbols({ linted, places, messages }: Analysis): DocumentSymbol[] {
  const context = linted?.context;
  if (!context) return [];
  const { note, headline } = context;
  const { text } = messages;
  const outline: Outline = { places, text };
  const front = note.frontMatter ? [frontSymbol(note, note.frontMatter, outline)] : [];
  const title = headline ? [symbol(headline.text, text('headline'), SymbolKind.String, headline.span, outline)] : [];
  const sections = note.sections
    .filter(({ heading, blocks }) => heading !== undefined || blocks.length > 0)
    .map((section) => sectionSymbol(section, context, outline));
  const inFront = headline && note.frontMatter && headline.span.end <= note.frontMatter.end;
  return [...front, ...(inFront ? [] : title), ...sections];
}

/** How the outline of a note is shown. */
interface Outline {
  readonly places: Places;
  readonly text: Messages['text'];
}

function symbol(
  name: string,
  detail: string,
  kind: SymbolKind,
  whole: Span,
  { places }: Outline,
  selection: Span = whole,
): DocumentSymbol {
  // The protocol forbids an empty name, and a selection that leaves the range. The key of a YAML note is before its section.
  const shown = name.trim() === '' ? detail : name.trim();
  const range = span(Math.min(whole.start, selection.start), Math.max(whole.end, selection.end));
  return { name: shown, detail, kind, range: places.range(range), selectionRange: places.range(selection) };
}

function frontSymbol(note: Note, whole: Span, outline: Outline): DocumentSymbol {
  const children = note.fields.map(({ name, nameSpan, value }) => {
    const text = note.source.text.slice(value.span.start, value.span.end).split('\n')[0] ?? '';
    return symbol(name, text, SymbolKind.Property, span(nameSpan.start, value.span.end), outline, nameSpan);
  });
  return { ...symbol(outline.text('front matter'), '', SymbolKind.Object, whole, outline), children };
}

function sectionSymbol(section: NoteSection, context: RuleContext, outline: Outline): DocumentSymbol {
  const { kind, id, heading, span: whole } = section;
  const detail = id ?? outline.text(kind);
  const first = section.blocks[0]?.span ?? whole;
  const name = heading?.text ?? outline.text('Body');
  const made = symbol(name, detail, SymbolKind.Module, whole, outline, heading?.span ?? first);
  const children = childrenOf(section, context, outline);
  return children.length > 0 ? { ...made, children } : made;
}

function childrenOf({ kind, blocks }: NoteSection, { parts, lawPassages }: RuleContext, outline: Outline) {
  if (kind === 'insight')
    return parts.map(({ role, heading, passages }) =>
      partSymbol(heading ? [heading, ...passages] : passages, role ?? outline.text('part'), SymbolKind.Field, outline),
    );
  if (kind === 'laws')
    return lawPassages.map((law) => partSymbol(law, outline.text('law'), SymbolKind.Constant, outline));
  const headings = blocks.filter(({ type }) => type === 'heading').flatMap(({ passages }) => passages.slice(0, 1));
  return headings.map((heading) => partSymbol([heading], outline.text('heading'), SymbolKind.Field, outline));
}

function partSymbol(passages: readonly Passage[], detail: string, kind: SymbolKind, outline: Outline): DocumentSymbol {
  const [first] = passages;
  const [start, end] = [first?.span.start ?? 0, passages.at(-1)?.span.end ?? 0];
  return symbol(shortened(first?.text ?? ''), detail, kind, span(start, Math.max(start, end)), outline, first?.span);
}

const LONGEST = 60;

/** The first words of a text. */
function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words.length <= LONGEST) return words;
  return `${words.slice(0, LONGEST).replace(/(?:\s\S*|[\ud800-\udbff])$/, '')}…`;
}
