import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { BUILT_IN_HOUSES, builtInHouse, createHouse, extendHouse } from '../../house/create.ts';
import { contradictions, ruleFaults } from '../../house/faults.ts';
import type { ValuePositions } from '../../house/positions.ts';
import { type HouseData, readHouse } from '../../house/read.ts';
import type { House, Template } from '../../model/house.ts';
import { didYouMean } from '../../model/nearest.ts';
import { createSource } from '../../text/index.ts';
import { Invalid, UsageError } from '../exit.ts';
import { isThere } from '../files/paths.ts';
import { readTextFile } from '../files/read.ts';
import { shownPath } from '../run/read-note.ts';
import { folderTemplates } from './templates.ts';

/** The position of a house's name in a file. */
export interface Mention {
  readonly positions: ValuePositions;
  readonly key: 'house' | 'extends';
}

/** A house among those that a house is made of. */
export interface HouseLayer {
  readonly name: string;
  /** Where its file has its values. Absent for a built-in house. */
  readonly positions?: ValuePositions;
}

/** What a house was made from. */
export interface HouseOrigins {
  /** The keys of all layers. */
  readonly data: HouseData;
  /** The house itself, and those that it extends. A value comes from the first that sets it. */
  readonly layers: readonly HouseLayer[];
}

/** Not in the House, which the library makes, too, and which caches compare. */
const origins = new WeakMap<House, HouseOrigins>();

/** What a house that was loaded here was made from. */
export function originsOf(house: House): HouseOrigins | undefined {
  const found = origins.get(house);
  const last = found?.layers.at(-1);
  return found && last && { ...found, layers: [...found.layers, ...basesOf(last.name)] };
}

/** The built-in houses that a built-in house extends. */
function basesOf(name: string): readonly HouseLayer[] {
  const base = builtInHouse(name)?.data.extends;
  return base === undefined ? [] : [{ name: base }, ...basesOf(base)];
}

/** A house as data, merged with the houses that it extends. Its layers end with the first built-in house. */
interface LoadedHouse extends HouseOrigins {
  readonly name: string;
  readonly templates: ReadonlyMap<string, Template>;
}

/** Why a house is loaded. Its rules are only validated for `check`: rendering and formatting do not need them. */
export type Purpose = 'check' | 'print';

/**
 * A built-in house, or that of a folder with a `house.yaml`. A relative path starts at `folder`.
 * @throws {UsageError} for an unknown house, or {Invalid} if a file names it; {FileError}.
 */
export async function loadHouse(name: string, folder: string, purpose: Purpose, mention?: Mention): Promise<House> {
  return houseOf(await findHouse(name, folder, purpose, [], mention));
}

function houseOf(whole: LoadedHouse): House {
  const house = createHouse(whole.name, whole.data, whole.templates);
  origins.set(house, whole);
  return house;
}

/**
 * A house that a configuration defines inline.
 * @throws the errors of `loadHouse`.
 */
export async function loadInlineHouse(
  data: HouseData,
  folder: string,
  purpose: Purpose,
  positions: ValuePositions,
): Promise<House> {
  return houseOf(await extended('configured', data, folder, purpose, positions, []));
}

async function findHouse(
  name: string,
  folder: string,
  purpose: Purpose,
  chain: readonly string[],
  mention?: Mention,
): Promise<LoadedHouse> {
  const shipped = builtInHouse(name);
  if (shipped) return { name, ...shipped, layers: [{ name }] };
  const path = resolve(folder, name);
  const file = join(path, 'house.yaml');
  if (chain.includes(path)) {
    const loop = [...chain.slice(chain.indexOf(path)), path].map((one) => basename(one)).join(' → ');
    throw fault(`house '${basename(path)}' extends itself: ${loop}`, "Change or remove 'extends'.", mention);
  }
  if (!isThere(file)) {
    if (existsSync(path)) {
      throw fault(`'${name}' has no house.yaml`, 'Name a folder with a house.yaml.', mention);
    }
    const advice = didYouMean(name, BUILT_IN_HOUSES, `Choose from ${BUILT_IN_HOUSES.join(', ')}, or name a folder.`);
    throw fault(`unknown house '${name}'`, advice, mention);
  }
  const source = createSource(shownPath(file), readTextFile(file));
  const { data, positions, diagnostics } = readHouse(source);
  if (!data) throw new Invalid(diagnostics);
  const whole = await extended(shownPath(path), data, path, purpose, positions, [...chain, path]);
  return { ...whole, templates: new Map([...whole.templates, ...(await folderTemplates(path, whole.templates))]) };
}

/** Merges a house into the one that it extends. The default is `abab`. */
async function extended(
  name: string,
  given: HouseData,
  folder: string,
  purpose: Purpose,
  positions: ValuePositions,
  chain: readonly string[],
): Promise<LoadedHouse> {
  const { extends: base = 'abab', ...own } = withFontPaths(given, folder);
  const under = await findHouse(base, folder, purpose, chain, { positions, key: 'extends' });
  const data = extendHouse(under.data, own);
  const house = createHouse(name, data, under.templates);
  const hasRules = [own.rules, own.severities, own.words].some((one) => one !== undefined);
  const faults = [
    ...contradictions(house, positions),
    ...(purpose === 'check' && hasRules ? await faultsOfRules(house, positions) : []),
  ];
  if (faults.length > 0) throw new Invalid(faults);
  return { name, data, templates: under.templates, layers: [{ name, positions }, ...under.layers] };
}

/** The data of a house with the paths of its fonts resolved, because a house that extends it is in another folder. */
function withFontPaths(data: HouseData, folder: string): HouseData {
  const { card } = data as { readonly card?: { readonly fonts?: readonly string[] } };
  return card?.fonts ? { ...data, card: { ...card, fonts: card.fonts.map((path) => resolve(folder, path)) } } : data;
}

/** Loads the rules, which is slow, so call it only for a house that has settings for rules. */
async function faultsOfRules(house: House, positions: ValuePositions) {
  const { RULES } = await import('../../lint/rules/index.ts');
  return ruleFaults(
    house,
    positions,
    RULES.map(({ id }) => id),
  );
}

function fault(message: string, advice: string, mention: Mention | undefined): Invalid | UsageError {
  if (!mention) return new UsageError(message, advice);
  const { positions, key } = mention;
  const [source, span] = [positions.source, positions.of(key)];
  return new Invalid([{ rule: 'unknown-house', severity: 'fatal', source, span, message, advice }]);
}
