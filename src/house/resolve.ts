import type { House } from '../model/house.ts';
import type { Note } from '../model/note.ts';
import { type Vocabulary, vocabularyOf } from '../model/vocabulary.ts';
import { BUILT_IN_HOUSES, builtInHouse, createHouse } from './create.ts';

/** The house that prints a note, and the headings of all houses, by which a note is read. */
export interface HouseContext {
  readonly house: House;
  readonly houses: ReadonlyMap<string, House>;
  readonly vocabulary: Vocabulary;
}

let shipped: ReadonlyMap<string, House> | undefined;

/** The built-in houses, by name. */
export function shippedHouses(): ReadonlyMap<string, House> {
  shipped ??= new Map(BUILT_IN_HOUSES.map((name) => [name, shippedHouse(name)]));
  return shipped;
}

function shippedHouse(name: string): House {
  const found = builtInHouse(name);
  if (!found) throw new Error(`no house ${name}`);
  return createHouse(name, found.data, found.templates);
}

const contexts = new WeakMap<House, HouseContext>();

/**
 * The context of a house, `abab` by default.
 * @throws {RangeError} for an unknown name.
 */
export function resolveHouse(house: House | string = 'abab'): HouseContext {
  const houses = shippedHouses();
  const chosen = typeof house === 'string' ? houses.get(house) : house;
  if (!chosen) throw new RangeError(`unknown house '${house}': use one of ${[...houses.keys()].join(', ')}`);
  const known = contexts.get(chosen);
  if (known) return known;
  const others = [...houses.values()].filter(({ name }) => name !== chosen.name);
  const context = {
    house: chosen,
    houses: new Map([...houses, [chosen.name, chosen]]),
    vocabulary: vocabularyOf([chosen, ...others]),
  };
  contexts.set(chosen, context);
  return context;
}

/** Newsrooms of every language write `## Insight`, so English headings do not tell the language of a story. */
const COMMON = 'en';

/** The language of a note as a primary subtag such as `en`: from `lang`, else from its headings, else from the house. */
export function languageOf(note: Note, house: House): string {
  const field = note.fields.find(({ key }) => key === 'lang');
  const named = field?.value.kind === 'scalar' ? field.value.value : undefined;
  const spoken = note.labelLanguage === COMMON ? undefined : note.labelLanguage;
  return primary(named ?? spoken ?? house.lang);
}

/** The house that prints a note: the given one, or its translation into the language of the note. */
export function houseFor(note: Note, context: HouseContext): House {
  return houseInLanguage(languageOf(note, context.house), context);
}

/** The house itself, or its translation into a language. @param language a primary subtag. */
export function houseInLanguage(language: string, { house, houses }: HouseContext): House {
  if (language === primary(house.lang)) return house;
  const translation = house.translations.get(language);
  return (translation === undefined ? undefined : houses.get(translation)) ?? house;
}

export function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}
