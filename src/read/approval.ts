import { sha256 } from '@noble/hashes/sha2.js';
import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { keyEntries } from '../model/keys.ts';
import type { Note } from '../model/note.ts';
import { span } from '../text/index.ts';
import { DiagnosticCollector } from './diagnostics.ts';

/**
 * The hash of what readers read of an Article before typography, so that every house agrees on it. Notes with the same
 * Article have the same hash, however they spell it.
 */
export function wordingHash(article: Article): string {
  const digest = sha256(new TextEncoder().encode(wordingOf(article)));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Reports an approval of other words than those of the note. */
export function voidApproval(article: Article, { fields, source }: Note): readonly Diagnostic[] {
  const { approved } = article;
  if (!approved || approved.hash === wordingHash(article)) return [];
  const collector = new DiagnosticCollector(source);
  collector.add('warning', {
    rule: 'void-approval',
    message: `wording changed after '${approved.by}' approved it on ${approved.at}`,
    advice: 'Check what changed, and run `copydesk approve` again.',
    span: fields.find(({ key }) => key === 'approved')?.nameSpan ?? span(0, 0),
  });
  return collector.diagnostics;
}

/** The keys of an Article that readers do not read. */
let others: ReadonlySet<string> | undefined;

/**
 * What readers read, as JSON with sorted keys, so that the order in which the program sets them has no effect. A section that
 * the house knows has its id in place of its heading, which the house chooses. Footnotes are numbered: their labels are not
 * printed.
 */
function wordingOf({ footnotes = [], sections, ...parts }: Article): string {
  others ??= new Set(keyEntries().flatMap(([key, { isWording }]) => (isWording === false ? [key] : [])));
  const read = Object.entries(parts).filter(([key]) => !others?.has(key));
  const numbers = new Map(footnotes.map(({ label }, index) => [label, index]));
  const wording = {
    ...Object.fromEntries(read),
    sections: sections.map(({ id, heading, prose }) => ({ name: id ?? heading, prose })),
    footnotes: footnotes.map(({ prose }) => prose),
  };
  return JSON.stringify(wording, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    if (!('type' in value) || value.type !== 'footnote') return Object.fromEntries(entries);
    return Object.fromEntries(
      entries.map(([name, one]) => (name === 'label' ? [name, numbers.get(one) ?? one] : [name, one])),
    );
  });
}
