import matter from 'gray-matter';
import type { CstFrontMatter } from '../../model/cst.ts';
import type { Mapping } from '../../model/data.ts';
import type { Problem } from '../../model/diagnostic.ts';
import { type Source, type Span, span } from '../../text/index.ts';
import { findFences } from './fences.ts';
import { readPlain } from './plain.ts';
import { readYaml, type YamlResult } from './yaml.ts';

export { findFences } from './fences.ts';
export { readYaml } from './yaml.ts';
export { quoteValue } from './yaml-faults.ts';

/** The keys of a note, with the spans of `CstFrontMatter` if the note has front matter. */
type FrontMatter = Pick<CstFrontMatter, 'mapping'> & Partial<CstFrontMatter>;

/** The front matter of a note, or the problem that makes it unreadable. */
export function readFrontMatter(source: Source): { frontMatter: FrontMatter } | { problem: Problem } {
  const fences = findFences(source.text);
  switch (fences.kind) {
    case 'none':
      return { frontMatter: { mapping: { kind: 'mapping', entries: [], span: span(0, 0) } } };
    case 'problem':
      return { problem: fences.problem };
    case 'found': {
      const { whole, content } = fences;
      const result = parseWithin(source.text, content);
      return 'problem' in result ? result : { frontMatter: { whole, content, mapping: result.mapping } };
    }
  }
}

/** The keys of the front matter, for deciding whether a file is a note; undefined if it cannot be read. */
export function peekFrontMatter({ text }: Source): Mapping['entries'] | undefined {
  // A file with TOML or JSON front matter belongs to another program.
  if (/^(?:\+\+\+|;;;)\s/.test(text)) return [];
  const fences = findFences(text);
  if (fences.kind !== 'found') return fences.kind === 'none' ? [] : undefined;
  const { start, end } = fences.content;
  const result = readText(text.slice(start, end), start);
  return 'mapping' in result ? result.mapping.entries : undefined;
}

/**
 * gray-matter also accepts `----` and `---x` as the closing fence, so its engine reads the text between the fences found
 * here. It needs only one line to see whether there are keys, and its search takes quadratic time over blank lines, so it is
 * given the first line that is neither blank nor a comment. Always pass options: without them, gray-matter caches an invalid
 * text and returns it as empty the second time.
 */
function parseWithin(text: string, content: Span): YamlResult {
  const yaml = text.slice(content.start, content.end);
  const firstLine = /^[ \t]*([^\s#].*)/m.exec(yaml)?.[1] ?? '';
  const parse = (): object => readText(yaml, content.start);
  const { data, isEmpty } = matter(
    { content: `---\n ${firstLine}\n---\n` },
    { language: 'yaml', engines: { yaml: { parse } } },
  ) as {
    data: object;
    isEmpty?: boolean;
  };
  return isEmpty ? { mapping: { kind: 'mapping', entries: [], span: content } } : (data as YamlResult);
}

function readText(yaml: string, offset: number): YamlResult {
  const mapping = readPlain(yaml, offset);
  return mapping ? { mapping } : readYaml(yaml, offset, { advice: NOT_A_MAPPING });
}

const NOT_A_MAPPING = 'Write lines of the form key: value. Write *** for a thematic break in the text.';
