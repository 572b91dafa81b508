import type { Entry, Mapping, Scalar } from '../../model/data.ts';
import { span } from '../../text/index.ts';

/*
 * Nearly all front matter is lines `key: value`, each whole in itself. Those are read here, in a tenth of the time that a
 * YAML parser takes; anything else, and anything that might be wrong, is left to the parser. What is read here is what the
 * parser would have read: a property test holds the two together.
 */

/** A key, `: `, and a value: between double quotes without a backslash, between single ones, a list, or plain. */
const LINE =
  /^([A-Za-z_\u3400-\u9fff][\w\u3400-\u9fff-]*): +(?:"([^"\\\n]*)"|'((?:[^'\n]|'')*)'|\[([^\n[\]]+)\]|([A-Za-z0-9\u00c0-\u024f\u3040-\u30ff\u3400-\u9fff][^\n]*?)) *$/;

/** An item of a list, all of words. */
const ITEM = /^[A-Za-z0-9\u00c0-\u024f\u3040-\u30ff\u3400-\u9fff][\w \u00c0-\u024f\u3040-\u30ff\u3400-\u9fff.-]*$/;

/** What ends a plain value or makes it another: a key inside it, a comment, a colon at its end. */
const NOT_PLAIN = /:(?:\s|$)|\s#/;

/** `null` is no text. */
const NULL = /^(?:null|Null|NULL)$/;

/** Tabs, control characters, and what some parsers take for a line end. */
const UNUSUAL = /[^\n\x20-\x7e\u00a1-\u2027\u202a-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef]/;

/** The mapping of a front matter that is plain; undefined for every other, whose reading is the YAML parser's. */
export function readPlain(text: string, offset: number): Mapping | undefined {
  if (text.length > 4096 || UNUSUAL.test(text)) return undefined;
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let at = 0;
  for (const line of text.split('\n')) {
    if (line !== '' && !line.startsWith('#')) {
      const entry = readLine(line, offset + at);
      if (!entry || seen.has(entry.name) || seen.size >= 100) return undefined;
      seen.add(entry.name);
      entries.push(entry);
    }
    at += line.length + 1;
  }
  const [first] = entries;
  const last = entries.at(-1);
  return first && last && { kind: 'mapping', entries, span: span(first.nameSpan.start, last.value.span.end) };
}

function readLine(line: string, at: number): Entry | undefined {
  const match = LINE.exec(line);
  if (!match) return undefined;
  const [, name = '', double, single, list, plain] = match;
  if (NULL.test(name) || (plain !== undefined && (NOT_PLAIN.test(plain) || NULL.test(plain)))) return undefined;
  const end = at + line.trimEnd().length;
  const nameSpan = span(at, at + name.length);
  if (list !== undefined) {
    const value = readList(list, end - list.length - 1);
    return (
      value && { name, nameSpan, value: { kind: 'sequence', items: value, span: span(end - list.length - 2, end) } }
    );
  }
  const value = double ?? single?.replaceAll("''", "'") ?? plain ?? '';
  const written = (double ?? single ?? plain ?? '').length + (plain === undefined ? 2 : 0);
  return { name, nameSpan, value: { kind: 'scalar', value, span: span(end - written, end) } };
}

function readList(list: string, at: number): Scalar[] | undefined {
  const items: Scalar[] = [];
  let start = at;
  for (const part of list.split(',')) {
    const value = part.trim();
    if (!ITEM.test(value) || NULL.test(value)) return undefined;
    const from = start + part.indexOf(value);
    items.push({ kind: 'scalar', value, span: span(from, from + value.length) });
    start += part.length + 1;
  }
  return items;
}
