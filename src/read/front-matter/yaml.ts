import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Data, Mapping } from '../../model/data.ts';
import type { Problem } from '../../model/diagnostic.ts';
import { type Span, span } from '../../text/index.ts';
import { cut, explain, explainAlias, explainAnchor, explainColon, tooDeep } from './yaml-faults.ts';

interface YamlOptions {
  /** The maximum length of the text. The default is generous: front matter is rarely longer than 4 KiB. */
  readonly maxLength?: number;
  /** The advice for a text that is not a mapping. */
  readonly advice?: string;
}

const MAX_KEYS = 1000;
/** The maximum number of values after expanding aliases, against documents that expand to gigabytes. */
const MAX_VALUES = 20_000;

/** A mapping, or the problem that prevents one. */
export type YamlResult = { readonly mapping: Mapping } | { readonly problem: Problem };

/**
 * The mapping of a YAML 1.2 text (core schema: dates stay strings). `offset` is added to each span. An empty text is an
 * empty mapping.
 */
export function readYaml(
  text: string,
  offset = 0,
  { maxLength = 64 * 1024, advice = 'Write lines of the form key: value.' }: YamlOptions = {},
): YamlResult {
  const all = span(offset, offset + text.length);
  if (text.length > maxLength) {
    const message = `the YAML is longer than ${Math.round(maxLength / 1024)} KiB`;
    return { problem: { rule: 'too-complex', message, advice: 'Shorten it.', span: all } };
  }
  try {
    const document = parseDocument(text, {
      schema: 'core',
      // `!!set`, `!!binary` and other tags beyond the core schema.
      resolveKnownTags: false,
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: new LineCounter(),
      logLevel: 'error',
    });
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault) return { problem: explain(text, offset, fault) };
    return new Reader(document, text, offset).read(all, advice);
  } catch (error) {
    if (error instanceof InvalidYaml) return { problem: error.problem };
    // The parser is recursive, so deep nesting exhausts the stack.
    if (error instanceof RangeError) return { problem: tooDeep(span(offset, offset + Math.min(text.length, 1))) };
    throw error;
  }
}

/** Ends the reading at the first problem. */
class InvalidYaml extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

function fail(rule: string, span: Span, message: string, advice?: string): never {
  throw new InvalidYaml({ rule, message, span, ...(advice === undefined ? {} : { advice }) });
}

/** Converts nodes of the yaml package to Data. */
class Reader {
  readonly #document: Document;
  readonly #written: string;
  readonly #offset: number;
  #values = 0;
  #isLinked = false;

  constructor(document: Document, written: string, offset: number) {
    this.#document = document;
    this.#written = written;
    this.#offset = offset;
  }

  read(all: Span, advice: string): YamlResult {
    const root = this.#document.contents;
    if (root === null || (isScalar(root) && root.value === null))
      return { mapping: { kind: 'mapping', entries: [], span: all } };
    if (isMap(root)) return { mapping: this.#mapping(root.items, this.#place(root)) };
    const problem = explainColon(this.#written, this.#offset);
    return problem ? { problem } : fail('invalid-yaml', this.#place(root), 'expected keys and values', advice);
  }

  #place(node: Node): Span {
    const [start, end] = node.range ?? [0, 0, 0];
    return span(this.#offset + start, this.#offset + end);
  }

  #data(node: unknown, from: Span): Data {
    if (++this.#values > MAX_VALUES)
      fail('too-complex', from, 'the YAML expands to too many values', 'Remove the aliases (*name).');
    if (node === null || node === undefined) return { kind: 'scalar', value: null, span: from };
    const place = this.#place(node as Node);
    if (isAlias(node) || (node as Node & { anchor?: string }).anchor !== undefined) this.#isLinked = true;
    if (isAlias(node)) {
      const meant = node.resolve(this.#document);
      if (meant) return { ...this.#data(meant, place), span: place };
      throw new InvalidYaml(explainAlias(this.#written, this.#offset, place.start - this.#offset));
    }
    if (isMap(node)) return this.#mapping(node.items, place);
    if (isSeq(node)) return { kind: 'sequence', items: node.items.map((item) => this.#data(item, place)), span: place };
    if (!isScalar(node)) throw new Error('yaml gave a node of an unknown type');
    if (node.anchor !== undefined && !this.#written.includes(`*${node.anchor}`))
      throw new InvalidYaml(explainAnchor(this.#written, this.#offset, place.start - this.#offset));
    return { kind: 'scalar', value: textOf(node.value, node.source, place), span: place };
  }

  #mapping(pairs: readonly Pair[], place: Span): Mapping {
    if (pairs.length > MAX_KEYS)
      fail('too-complex', place, `the YAML has more than ${MAX_KEYS} keys`, 'Remove unused keys.');
    const seen = new Set<string>();
    const entries = pairs.map((pair) => {
      const nameSpan = this.#place(pair.key as Node);
      const key = this.#data(pair.key, place);
      if (key.kind !== 'scalar') return fail('invalid-yaml', nameSpan, 'a key must be text', QUOTE);
      const name = key.value ?? 'null';
      if (seen.has(name)) fail('duplicate-key', nameSpan, `duplicate key '${cut(name)}'`, 'Keep one of them.');
      seen.add(name);
      if (name === '<<') this.#isLinked = true;
      return { name, nameSpan, value: this.#data(pair.value, span(nameSpan.end, nameSpan.end)) };
    });
    return { kind: 'mapping', entries, span: place, ...(this.#isLinked ? { isLinked: true } : {}) };
  }
}

function textOf(value: unknown, written: string | undefined, place: Span): string | null {
  if (value === null) return null;
  const text = typeof value === 'string' ? value : (written ?? String(value));
  const control = UNPRINTABLE.exec(text)?.[0];
  if (control === undefined) return text;
  const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return fail('invalid-yaml', place, `the value contains the control character U+${code}`, 'Remove it.');
}

const QUOTE = 'Quote the whole value.';

/** C0 except tab and line feed, DEL, C1, and unpaired surrogates. */
const UNPRINTABLE =
  /[\0-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
