import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Data, Mapping } from '../../model/data.ts';
import type { Problem } from '../../model/diagnostic.ts';
import { type Span, span } from '../../text/index.ts';
import { cut, explain, explainAnchor, explainColon, tooDeep } from './yaml-faults.ts';

export interface YamlLimits {
  readonly bytes: number;
  readonly keys: number;
}

/** Real front matter is under 4 KiB and has under 30 keys. */
export const FRONT_MATTER_LIMITS: YamlLimits = { bytes: 64 * 1024, keys: 1000 };

/** The maximum number of values after expanding aliases, against documents that expand to gigabytes. */
const MAX_VALUES = 20_000;

/** A mapping, or the problem that prevents one. */
export type YamlResult = { readonly mapping: Mapping } | { readonly problem: Problem };

/**
 * The mapping of a YAML 1.2 text (core schema: dates stay strings). `offset` is added to each span. An empty text is an
 * empty mapping. `unlisted` is the help for a text that is not a mapping.
 */
export function readYaml(
  text: string,
  offset: number,
  limits: YamlLimits,
  unlisted = 'Write lines of the form key: value.',
): YamlResult {
  const all = span(offset, offset + text.length);
  if (text.length > limits.bytes) {
    const size = Math.round(limits.bytes / 1024);
    return { problem: { rule: 'too-complex', message: `the YAML is longer than ${size} KiB`, span: all } };
  }
  try {
    const document = parseDocument(text, {
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: new LineCounter(),
      logLevel: 'error',
    });
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault) return { problem: explain(text, offset, fault) };
    return new Reader(document, text, offset, limits).read(all, unlisted);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problem: tooDeep(span(offset, offset + Math.min(text.length, 1))) };
  }
}

class InvalidYaml {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

/** Converts nodes of the yaml package to Data, up to the first problem. */
class Reader {
  readonly #document: Document;
  readonly #written: string;
  readonly #offset: number;
  readonly #limits: YamlLimits;
  #values = 0;
  #isLinked = false;

  constructor(document: Document, written: string, offset: number, limits: YamlLimits) {
    this.#document = document;
    this.#written = written;
    this.#offset = offset;
    this.#limits = limits;
  }

  read(all: Span, unlisted: string): YamlResult {
    const root = this.#document.contents;
    if (root === null || (isScalar(root) && root.value === null))
      return { mapping: { kind: 'mapping', entries: [], span: all } };
    if (!isMap(root)) {
      const message = 'expected keys and values';
      const problem = { rule: 'invalid-yaml', message, advice: unlisted, span: this.#place(root) } as const;
      return { problem: explainColon(this.#written, this.#offset) ?? problem };
    }
    try {
      return { mapping: this.#mapping(root.items, this.#place(root)) };
    } catch (error) {
      if (error instanceof InvalidYaml) return { problem: error.problem };
      throw error;
    }
  }

  #place(node: Node): Span {
    const [start, end] = node.range ?? [0, 0, 0];
    return span(this.#offset + start, this.#offset + end);
  }

  #data(node: unknown, from: Span): Data {
    if (++this.#values > MAX_VALUES) {
      throw new InvalidYaml({
        rule: 'too-complex',
        message: 'the YAML expands to too many values',
        advice: 'Remove the aliases (*name).',
        span: from,
      });
    }
    if (node === null || node === undefined) return { kind: 'scalar', value: null, span: from };
    const place = this.#place(node as Node);
    if (isAlias(node) || (node as Node & { anchor?: string }).anchor !== undefined) this.#isLinked = true;
    if (isAlias(node)) {
      const meant = node.resolve(this.#document);
      if (meant) return { ...this.#data(meant, place), span: place };
      throw new InvalidYaml({
        rule: 'invalid-yaml',
        message: `undefined alias '*${cut(node.source)}'`,
        advice: quoteAdvice,
        span: place,
      });
    }
    if (isMap(node)) return this.#mapping(node.items, place);
    if (isSeq(node)) return { kind: 'sequence', items: node.items.map((item) => this.#data(item, place)), span: place };
    if (!isScalar(node)) throw new TypeError('unknown kind of YAML node');
    if (node.anchor !== undefined && !this.#written.includes(`*${node.anchor}`)) {
      throw new InvalidYaml(explainAnchor(this.#written, this.#offset, place.start - this.#offset));
    }
    return { kind: 'scalar', value: this.#text(node.value, node.source, place), span: place };
  }

  #text(value: unknown, written: string | undefined, place: Span): string | null {
    if (value === null) return null;
    const text = typeof value === 'string' ? value : (written ?? String(value));
    const bad = unprintable.exec(text);
    if (!bad) return text;
    const code = (bad[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new InvalidYaml({
      rule: 'invalid-yaml',
      message: `the value contains the control character U+${code}`,
      advice: 'Remove it.',
      span: place,
    });
  }

  #mapping(pairs: readonly Pair[], place: Span): Mapping {
    if (pairs.length > this.#limits.keys) {
      throw new InvalidYaml({
        rule: 'too-complex',
        message: `the YAML has more than ${this.#limits.keys} keys`,
        span: place,
      });
    }
    const seen = new Set<string>();
    const entries = pairs.map((pair) => {
      const nameSpan = this.#place(pair.key as Node);
      const name = this.#data(pair.key, place);
      if (name.kind !== 'scalar')
        throw new InvalidYaml({
          rule: 'invalid-yaml',
          message: 'a key must be text',
          advice: quoteAdvice,
          span: nameSpan,
        });
      const text = name.value ?? 'null';
      if (seen.has(text)) {
        throw new InvalidYaml({
          rule: 'duplicate-key',
          message: `duplicate key '${cut(text)}'`,
          advice: 'Keep one of them.',
          span: nameSpan,
        });
      }
      seen.add(text);
      if (text === '<<') this.#isLinked = true;
      return { name: text, nameSpan, value: this.#data(pair.value, span(nameSpan.end, nameSpan.end)) };
    });
    return { kind: 'mapping', entries, span: place, ...(this.#isLinked ? { isLinked: true } : {}) };
  }
}

const quoteAdvice = 'Quote the whole value.';

/** C0 except tab and line feed, DEL, C1, and unpaired surrogates. */
const unprintable =
  /[\0-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
