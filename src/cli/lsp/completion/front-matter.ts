import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node';
import { yamlText } from '../../../format/print/yaml.ts';
import { resolveHouse } from '../../../house/resolve.ts';
import {
  canonicalKey,
  INSIGHT_AUTHORS,
  KEYS,
  type Key,
  type KeyType,
  keyEntries,
  STATUSES,
} from '../../../model/keys.ts';
import { type Span, span } from '../../../text/index.ts';
import { keyPage } from '../hover.ts';
import { ITEM, placeAt, type Step } from '../yaml-path.ts';
import { type CompletionContext, items, lineEnd, type Offer } from './items.ts';

/** The keys of the values that are mappings. */
const FIELDS: Readonly<Partial<Record<KeyType, readonly string[]>>> = {
  source: ['name', 'url', 'date'],
  image: ['url', 'alt', 'credit', 'caption'],
  corrections: ['date', 'text'],
};

/** The keys of a YAML note that hold prose. */
const PROSE = ['body', 'insight', 'laws'];

/**
 * Completes keys and values in front matter, or in a YAML note.
 * @param content where the YAML is.
 */
export async function completeFrontMatter(
  context: CompletionContext,
  content: Span,
  isYamlNote: boolean,
): Promise<CompletionItem[]> {
  const { source, at } = context;
  const yaml = source.text.slice(content.start, Math.max(content.end, at));
  const place = placeAt(yaml, at - content.start);
  const { above, key } = place;
  const start = content.start + place.start;
  const colon = place.colon === undefined ? undefined : content.start + place.colon;
  if (key !== undefined && colon !== undefined && at >= colon) return completeValue(context, [...above, key], colon);
  const inList = place.isItem ? await completeValue(context, above, start) : [];
  const typed = span(start, key === undefined ? lineEnd(source, at) : start + key.length);
  if (at < typed.start) return inList;
  const suffix = key === undefined ? ': ' : '';
  const offers = keyOffers(above, yaml, key, isYamlNote).map((offer) => ({ ...offer, text: offer.label + suffix }));
  return [...inList, ...items(context, typed, offers)];
}

/** @param current the key that is being changed. */
function keyOffers(above: readonly Step[], yaml: string, current: string | undefined, isYamlNote: boolean): Offer[] {
  const kind = CompletionItemKind.Property;
  if (above.length === 0) {
    const written = [...yaml.matchAll(/^(?:"([^"\n]+)"|'([^'\n]+)'|([^\s#:'"-][^:\n]*?))\s*:(?=\s|$)/gm)];
    const names = written.map(([, double, single, plain]) => double ?? single ?? plain ?? '');
    const used = new Set(names.filter((name) => name !== current).map((name) => canonicalKey(name) ?? name));
    const prose = isYamlNote ? PROSE.map((label) => ({ label, kind })) : [];
    const keys = keyEntries().map(([label]) => ({ label, about: keyPage(label), kind }));
    return [...keys, ...prose].filter(({ label }) => !used.has(label));
  }
  const [root, ...more] = above;
  const key = typeof root === 'string' ? canonicalKey(root) : undefined;
  const isRecord = more.every((step) => step === ITEM);
  return key && isRecord ? (FIELDS[KEYS[key].type] ?? []).map((label) => ({ label, kind })) : [];
}

/** @param from the offset after the colon or the hyphen. */
async function completeValue(
  context: CompletionContext,
  path: readonly Step[],
  from: number,
): Promise<CompletionItem[]> {
  const { source, at } = context;
  const [root, ...more] = path;
  const key = typeof root === 'string' ? canonicalKey(root) : undefined;
  const isName = more.at(-1) === 'name';
  if (!key || !(more.every((step) => step === ITEM) || (isName && KEYS[key].type === 'source'))) return [];
  const line = source.text.slice(from, lineEnd(source, at));
  const before = source.text.slice(from, at);
  // `topics: [AI, robots]`
  const inBrackets = /^\s*\[/.test(line);
  const start = inBrackets
    ? from + (/^[\s\S]*[[,]\s*/.exec(before)?.[0].length ?? 0)
    : from + (/^\s*/.exec(before)?.[0].length ?? 0);
  const rest = source.text.slice(at, lineEnd(source, at));
  const end = inBrackets ? at + (/^[^,\]]*/.exec(rest)?.[0].trimEnd().length ?? 0) : at + rest.trimEnd().length;
  const space = /\s$/.test(source.text.slice(0, start)) ? '' : ' ';
  const offers = (await valuesOf(key, context)).flatMap((label) => {
    const text = yamlText(label);
    return text === undefined ? [] : [{ label, text: space + text }];
  });
  return start <= at ? items(context, span(start, Math.max(start, end)), offers) : [];
}

async function valuesOf(key: Key, { project, seen, path }: CompletionContext): Promise<readonly string[]> {
  const { type } = KEYS[key];
  if (type === 'status') return STATUSES;
  if (type === 'insight-author') return INSIGHT_AUTHORS;
  if (key === 'source_text') return textsBeside(path);
  const house = resolveHouse(project?.house);
  const used = await seen.of(key, house);
  if (type !== 'language') return used;
  return [...new Set([house.house.lang, ...house.house.translations.keys(), ...used])];
}

/** The texts that a note can be compared with, relative to it. */
function textsBeside(note: string): readonly string[] {
  const namesIn = (folder: string): readonly string[] => {
    try {
      return readdirSync(join(dirname(note), folder)).sort();
    } catch {
      return [];
    }
  };
  const own = namesIn('.').filter((name) => name.endsWith('.txt'));
  const shared = namesIn('sources').filter((name) => /\.(?:txt|md)$/.test(name));
  return [...own, ...shared.map((name) => `sources/${name}`)];
}
