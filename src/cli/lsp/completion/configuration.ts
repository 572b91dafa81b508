import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node';
import { BUILT_IN_HOUSES } from '../../../house/create.ts';
import { resolveHouse } from '../../../house/resolve.ts';
import type { Schema } from '../../../house/schema-types.ts';
import { rulesById } from '../../../lint/run-rules.ts';
import { span } from '../../../text/index.ts';
import { keysOf, placeAt, type Step, schemaAt, valuesOf } from '../yaml-path.ts';
import { type CompletionContext, items, lineEnd, type Offer } from './items.ts';

/** Completes the keys and values of `copydesk.yaml` and `house.yaml`. */
export function completeConfiguration(context: CompletionContext, schema: Schema): CompletionItem[] {
  const { source, at } = context;
  const { above, isItem, key, start, colon } = placeAt(source.text, at);
  const end = lineEnd(source, at);
  if (key !== undefined && colon !== undefined && at >= colon) {
    const from = colon + (/^\s*/.exec(source.text.slice(colon, at))?.[0].length ?? 0);
    const space = from === colon ? ' ' : '';
    const offers = valueOffers(schema, [...above, key]).map((offer) => ({ ...offer, text: space + offer.label }));
    return items(context, span(from, Math.max(from, end)), offers);
  }
  if (at < start) return [];
  const typed = span(start, key === undefined ? Math.max(end, start) : start + key.length);
  const suffix = key === undefined ? ': ' : '';
  const keys = keyOffers(schema, above, context).map((offer) => ({ ...offer, text: offer.label + suffix }));
  return items(context, typed, [...keys, ...(isItem && key === undefined ? valueOffers(schema, above) : [])]);
}

/** `severities`, whose keys are the names of rules. */
function isSeverities(path: readonly Step[]): boolean {
  return path.at(-1) === 'severities' && path.length <= 2;
}

function keyOffers(schema: Schema, above: readonly Step[], { source, project }: CompletionContext): Offer[] {
  const found = schemaAt(schema, above);
  if (!found) return [];
  const kind = CompletionItemKind.Property;
  if (isSeverities(above))
    return [...rulesById(resolveHouse(project?.house)).values()].map(({ id, what }) => ({
      label: id,
      about: what,
      kind,
    }));
  // Only at the top can a key be found without reading the file as YAML.
  const used = above.length === 0 ? new Set(source.text.match(/^[^\s#:-][^:\n]*(?=:)/gm)) : new Set<string>();
  return [...keysOf(found)]
    .filter(([label]) => !used.has(label))
    .map(([label, { about }]) => ({ label, kind, ...(about === undefined ? {} : { about }) }));
}

function valueOffers(schema: Schema, path: readonly Step[]): Offer[] {
  const found = schemaAt(schema, path);
  if (!found) return [];
  const key = path.at(-1);
  const isHouse = (key === 'house' || key === 'extends') && path.length <= 2;
  const values = isHouse ? BUILT_IN_HOUSES : valuesOf(found);
  return values.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
}
