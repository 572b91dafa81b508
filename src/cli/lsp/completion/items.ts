import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver/node';
import type { Source, Span } from '../../../text/index.ts';
import type { ProjectConfig } from '../../config/config-resolver.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Places } from '../places.ts';
import type { SeenValues } from '../seen-values.ts';

/** What a completion depends on. */
export interface CompletionContext {
  readonly source: Source;
  readonly places: Places;
  /** The offset of the cursor. */
  readonly at: number;
  readonly path: string;
  /** Absent if the configuration is invalid. */
  readonly project?: ProjectConfig;
  readonly seen: SeenValues;
  readonly messages: Messages;
}

/** One thing to offer. */
export interface Offer {
  readonly label: string;
  /** What is inserted. Default: the label. */
  readonly text?: string;
  /** Markdown in English. */
  readonly about?: string;
  readonly kind?: CompletionItemKind;
}

/** The items for offers that replace a span. They keep their order. */
export function items(
  { places, source, messages }: CompletionContext,
  span: Span,
  offers: readonly Offer[],
): CompletionItem[] {
  const range = places.range(span);
  const quote = /^["']/.exec(source.text.slice(span.start, span.end))?.[0] ?? '';
  return offers.map(({ label, text = label, about, kind = CompletionItemKind.Value }, index) => ({
    label,
    kind,
    sortText: String(index).padStart(5, '0'),
    // Editors compare it with what is typed, which may begin with a quotation mark.
    filterText: quote + label,
    textEdit: { range, newText: text },
    ...(about === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: messages.text(about) } }),
  }));
}

/** The end of the line of an offset. */
export function lineEnd({ text }: Source, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed;
}
