import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentLink } from 'vscode-languageserver/node';
import type { Data } from '../../model/data.ts';
import type { Note } from '../../model/note.ts';
import type { Span } from '../../text/index.ts';
import type { Analysis } from './analysis.ts';

/** A link of a front matter value. */
export interface FieldLink {
  readonly span: Span;
  readonly target: string;
}

/** The links of a note: those in its text, URLs in its front matter, and the file of its source text. */
export function links({ linted, places, path }: Analysis): DocumentLink[] {
  const context = linted?.context;
  if (!context) return [];
  const inText = context.passages.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.type === 'link' ? [{ span: mark.span, target: mark.href }] : [])),
  );
  return [...fieldLinks(context.note), ...inText].flatMap(({ span, target }) => {
    const uri = uriOf(target, path);
    return uri === undefined ? [] : [{ range: places.range(span), target: uri }];
  });
}

/** The values of keys that are URLs or files. */
export function fieldLinks({ fields }: Note): FieldLink[] {
  return fields.flatMap(({ key, value }) => {
    if (key === 'url' || key === 'source_text') return scalars(value);
    if (key === 'image' || key === 'source') return scalars(value, 'url');
    return [];
  });
}

/** The texts of a value. @param name only those of this key, at any depth. */
function scalars(value: Data, name?: string): FieldLink[] {
  switch (value.kind) {
    case 'scalar':
      return name === undefined && value.value ? [{ span: value.span, target: value.value }] : [];
    case 'sequence':
      return value.items.flatMap((item) => scalars(item, name));
    case 'mapping':
      return value.entries.flatMap((entry) => scalars(entry.value, entry.name === name ? undefined : (name ?? '')));
  }
}

/** A web page, or the file of a path relative to the note. Undefined for anything else. */
function uriOf(target: string, note: string): string | undefined {
  if (/^(?:https?|mailto):/i.test(target)) return URL.canParse(target) ? new URL(target).href : undefined;
  if (target === '' || /^[a-z][a-z\d+.-]+:|^\/\/|^[#?]/i.test(target)) return undefined;
  const path = target.replace(/[?#].*$/, '');
  const written = /%[\da-f]{2}/i.test(path) ? safelyDecoded(path) : path;
  return pathToFileURL(resolve(dirname(note), written)).href;
}

/** A path without percent-encoding, or as it is if the encoding is invalid. */
export function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
