import type { Entry, Mapping } from '../../model/data.ts';
import { canonicalKey, KEYS, type Key } from '../../model/keys.ts';
import type { Note } from '../../model/note.ts';
import { DiagnosticCollector } from '../../read/diagnostics.ts';
import { findFences, readFrontMatter } from '../../read/front-matter/index.ts';
import { readJson, readYamlNote } from '../../read/structured-data.ts';
import { type Source, type Span, span } from '../../text/index.ts';
import type { Style } from './scalar.ts';

/** The keys of a note with what is around them. */
export interface FrontMatter {
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly style: Style;
  /** The lines of the keys, without fences. Absent in a note without front matter. */
  readonly content?: Span;
  /** The mapping in braces. */
  readonly braces?: Span;
}

/** The keys of a note; of a structured one, also those that hold prose. Undefined if they cannot be read. */
export function frontMatterOf(source: Source, data: Note['data']): FrontMatter | undefined {
  const { text } = source;
  if (data === undefined) {
    const read = readFrontMatter(source);
    return 'problem' in read ? undefined : create(text, read.frontMatter.mapping, read.frontMatter.content);
  }
  const collector = new DiagnosticCollector(source);
  const mapping = data === 'json' ? readJson(source, collector) : readYamlNote(source, collector);
  if (!mapping) return undefined;
  const fences = findFences(text);
  const content = fences.kind === 'found' ? fences.content : span(0, text.length);
  return { ...create(text, mapping, content), ...(data === 'json' ? { style: data } : {}) };
}

function create(text: string, mapping: Mapping, content: Span | undefined): FrontMatter {
  const { entries, span: braces } = mapping;
  const isFlow = content !== undefined && text.charAt(braces.start) === '{';
  return {
    text,
    entries,
    style: isFlow ? 'flow' : 'block',
    ...(content ? { content } : {}),
    ...(isFlow ? { braces } : {}),
  };
}

const ORDER = Object.keys(KEYS);

/** The place of a key in the canonical order. Unknown keys come last. */
export function rankOf(name: string): number {
  const key: Key | undefined = canonicalKey(name);
  return key === undefined ? ORDER.length : ORDER.indexOf(key);
}

/** The key after which a new one belongs: of those before it in the canonical order, the last. */
export function entryBefore(key: Key, entries: readonly Entry[]): Entry | undefined {
  let found: Entry | undefined;
  for (const entry of entries) {
    const rank = rankOf(entry.name);
    if (rank < ORDER.indexOf(key) && (!found || rank >= rankOf(found.name))) found = entry;
  }
  return found;
}
