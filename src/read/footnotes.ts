import type { Article, Footnote } from '../model/article.ts';
import { referencesInOrder } from '../model/footnotes.ts';
import type { Note, NoteFootnote } from '../model/note.ts';
import type { DiagnosticCollector } from './diagnostics.ts';

/** The footnotes that the prose of an Article refers to, in the order of the first references. */
export function footnotesOf({ body, insight, laws, sections }: Article, note: Note): readonly Footnote[] {
  const defined = new Map<string, NoteFootnote>();
  for (const footnote of note.footnotes()) if (!defined.has(footnote.label)) defined.set(footnote.label, footnote);
  if (defined.size === 0) return [];
  const texts = [body, ...insight.map(({ prose }) => prose), ...laws, ...sections.map(({ prose }) => prose)];
  const labels = new Set<string>();
  for (const { label } of referencesInOrder(texts, (name) => defined.get(name)?.prose)) labels.add(label);
  return [...labels].map((label) => ({ label, prose: defined.get(label)?.prose ?? [] }));
}

/** Reports each definition that is not printed. The first definition of a label counts. */
export function reportFootnotes({ footnotes = [] }: Article, note: Note, collector: DiagnosticCollector): void {
  const printed = new Set(footnotes.map(({ label }) => label));
  const seen = new Set<string>();
  for (const { label, labelSpan: span } of note.footnotes()) {
    if (seen.has(label)) {
      const message = `duplicate footnote '[^${label}]' is not printed`;
      const advice = 'Give one of the two another label, or remove it.';
      collector.add('warning', { rule: 'duplicate-definition', message, advice, span });
    } else if (!printed.has(label)) {
      const message = `unused footnote '[^${label}]' is not printed`;
      const advice = `Write '[^${label}]' after the words that it belongs to, or remove it.`;
      collector.add('warning', { rule: 'unused-definition', message, advice, span });
    }
    seen.add(label);
  }
}
