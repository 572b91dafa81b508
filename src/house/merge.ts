import { houses as builtIn } from 'copydesk:houses';
import type { Template } from '../model/house.ts';
import type { HouseData } from './read.ts';
import type { Plain } from './validate.ts';

/** The names of the built-in houses. */
export const BUILT_IN_HOUSES: readonly string[] = Object.keys(builtIn);

/** Merges a house into the one that it extends. Lists and texts are replaced, and translations are not inherited. */
export function extendHouse(base: HouseData, over: HouseData): HouseData {
  const { translations: _, ...inherited } = base;
  return merge(inherited as { readonly [key: string]: Plain }, over as { readonly [key: string]: Plain }) as HouseData;
}

function merge(base: Plain | undefined, over: Plain): Plain {
  if (!isRecord(base) || !isRecord(over)) return over;
  const merged: Record<string, Plain> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = merge(base[key], value);
  return merged;
}

function isRecord(value: Plain | undefined): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The data and templates of a built-in house, including what it extends; undefined for an unknown name. */
export function builtInHouse(name: string): { data: HouseData; templates: ReadonlyMap<string, Template> } | undefined {
  const own = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  if (!own) return undefined;
  const data = own.data as HouseData;
  const templates = Object.entries(own.templates).map(([file, spec]): [string, Template] => [
    file,
    { kind: 'precompiled', name: file, spec },
  ]);
  if (data.extends === undefined) return { data, templates: new Map(templates) };
  const base = builtInHouse(data.extends);
  if (!base) throw new Error(`the house ${name} extends ${data.extends}, which does not exist`);
  return { data: extendHouse(base.data, data), templates: new Map([...base.templates, ...templates]) };
}
