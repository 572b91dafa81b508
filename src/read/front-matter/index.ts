import matter from 'gray-matter';
import type { Mapping } from '../../model/data.ts';
import type { Problem } from '../../model/diagnostic.ts';
import { type Source, type Span, span } from '../../text/index.ts';
import { findFences } from './fences.ts';
import { readPlain } from './plain.ts';
import { FRONT_MATTER_LIMITS, readYaml, type YamlResult } from './yaml.ts';

export { findFences } from './fences.ts';
export { FRONT_MATTER_LIMITS, readYaml } from './yaml.ts';
export { quoteValue } from './yaml-faults.ts';

export interface FrontMatter {
  /** From the opening fence to the line break after the closing one; absent if the note has no front matter. */
  readonly whole?: Span;
  /** The YAML between the fences. */
  readonly content?: Span;
  readonly mapping: Mapping;
}

/** The front matter of a note, or the problem that makes it unreadable. Never throws for content. */
export function readFrontMatter(source: Source): { frontMatter: FrontMatter } | { problem: Problem } {
  const fences = findFences(source.text);
  switch (fences.kind) {
    case 'none':
      return { frontMatter: { mapping: { kind: 'mapping', entries: [], span: span(0, 0) } } };
    case 'problem':
      return { problem: fences.problem };
    case 'found': {
      const { whole, content } = fences;
      const result = parseWithin(source.text, whole, content);
      return 'problem' in result ? result : { frontMatter: { whole, content, mapping: result.mapping } };
    }
  }
}

/** The keys of the front matter, for deciding whether a file is a note; undefined if it cannot be read. */
export function peekFrontMatter({ text }: Source): Mapping['entries'] | undefined {
  const fences = findFences(text);
  if (fences.kind !== 'found') return fences.kind === 'none' ? [] : undefined;
  const { start, end } = fences.content;
  const result = readText(text.slice(start, end), start);
  return 'mapping' in result ? result.mapping.entries : undefined;
}

/**
 * gray-matter also accepts `----` and `---x` as the closing fence, so its engine reads the text between the fences found
 * here. Always pass options: without them, gray-matter caches an invalid text and returns it as empty the second time.
 */
function parseWithin(text: string, whole: Span, content: Span): YamlResult {
  const parse = (): object => readText(text.slice(content.start, content.end), content.start);
  const { data, isEmpty } = matter(
    { content: text.slice(0, whole.end) },
    { language: 'yaml', engines: { yaml: { parse } } },
  ) as {
    data: object;
    isEmpty?: boolean;
  };
  return isEmpty ? { mapping: { kind: 'mapping', entries: [], span: content } } : (data as YamlResult);
}

function readText(yaml: string, offset: number): YamlResult {
  const mapping = readPlain(yaml, offset);
  return mapping ? { mapping } : readYaml(yaml, offset, FRONT_MATTER_LIMITS, UNLISTED);
}

const UNLISTED = 'Write lines of the form key: value. Write *** for a thematic break in the text.';
