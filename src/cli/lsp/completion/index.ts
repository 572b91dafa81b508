import type { CompletionItem, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findFences } from '../../../read/front-matter/index.ts';
import { isStructuredByName } from '../../../read/structured.ts';
import { createSource, type Source, type Span, span } from '../../../text/index.ts';
import { schemaOf } from '../configuration-file.ts';
import { kindOf, pathOf } from '../document.ts';
import type { Notes } from '../notes.ts';
import { Places } from '../places.ts';
import type { SeenValues } from '../seen-values.ts';
import { completeConfiguration } from './configuration.ts';
import { completeFrontMatter } from './front-matter.ts';
import type { CompletionContext } from './items.ts';
import { completeComment, completeText } from './text.ts';

/** Completes what is typed at a position. Looks at the text alone, because a note that is being typed often cannot be read. */
export async function complete(
  document: TextDocument,
  position: Position,
  notes: Notes,
  seen: SeenValues,
): Promise<CompletionItem[]> {
  const kind = kindOf(document);
  if (kind === 'other') return [];
  const path = pathOf(document);
  const source = createSource(path, document.getText());
  const places = new Places(source);
  const at = places.offset(position);
  const project = await notes.projectOf(path);
  const { messages } = notes;
  const context: CompletionContext = { source, places, at, path, seen, messages, ...(project ? { project } : {}) };
  const schema = schemaOf(kind);
  if (schema) return completeConfiguration(context, schema);
  if (/\.json$/i.test(path)) return [];
  const inComment = completeComment(context);
  if (inComment) return inComment;
  const isYamlNote = isStructuredByName(path);
  const content = isYamlNote ? span(0, source.text.length) : frontMatterAround(source, at);
  return content ? completeFrontMatter(context, content, isYamlNote) : completeText(context);
}

/** The front matter that contains an offset. It may be unclosed. */
function frontMatterAround({ text }: Source, at: number): Span | undefined {
  const fences = findFences(text);
  if (fences.kind === 'found') {
    const { start, end } = fences.content;
    // The end is the closing fence.
    return start <= at && at < end ? fences.content : undefined;
  }
  const [opening] = /^---[ \t]*\n/.exec(text) ?? [];
  if (opening === undefined || at < opening.length) return undefined;
  const closing = text.indexOf('\n---', opening.length - 1);
  return closing === -1 || at <= closing ? span(opening.length, closing === -1 ? text.length : closing + 1) : undefined;
}
