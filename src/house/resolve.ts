import type { House } from '../model/house.ts';
import type { Note } from '../model/note.ts';
import { type Vocabulary, vocabularyOf } from '../model/vocabulary.ts';
import { BUILT_IN_HOUSES, builtInHouse, createHouse } from './index.ts';

/** What stands ready before a note comes in: the house that prints it, and the words by which any house's note is read. */
export interface HouseContext {
  readonly house: House;
  readonly houses: ReadonlyMap<string, House>;
  readonly vocabulary: Vocabulary;
}

let shipped: ReadonlyMap<string, House> | undefined;

/** The houses that come with copydesk, by name. */
export function shippedHouses(): ReadonlyMap<string, House> {
  shipped ??= new Map(BUILT_IN_HOUSES.map((name) => [name, shippedHouse(name)]));
  return shipped;
}

function shippedHouse(name: string): House {
  const found = builtInHouse(name);
  if (!found) throw new Error(`no house ${name}`);
  return createHouse(name, found.data, found.templates).house;
}

const desks = new WeakMap<House, HouseContext>();

/**
 * The desk of a house, `abab` by default.
 * @throws {RangeError} for a name that no house has.
 */
export function resolveHouse(house: House | string = 'abab'): HouseContext {
  const houses = shippedHouses();
  const chosen = typeof house === 'string' ? houses.get(house) : house;
  if (!chosen) throw new RangeError(`no house is called ${house}; there are ${[...houses.keys()].join(', ')}`);
  const known = desks.get(chosen);
  if (known) return known;
  const others = [...houses.values()].filter(({ name }) => name !== chosen.name);
  const desk = {
    house: chosen,
    houses: new Map([...houses, [chosen.name, chosen]]),
    vocabulary: vocabularyOf([chosen, ...others]),
  };
  desks.set(chosen, desk);
  return desk;
}

/** Desks of every language write `## Insight`: headings in English say nothing of a story's language. */
const COMMON = 'en';

/** The language that a note names or its labels speak, else that of the house: a primary subtag, such as `en`. */
export function languageOf(note: Note, house: House): string {
  const field = note.fields.find(({ key }) => key === 'lang');
  const named = field?.value.kind === 'scalar' ? field.value.value : undefined;
  const spoken = note.labelLanguage === COMMON ? undefined : note.labelLanguage;
  return primary(named ?? spoken ?? house.lang);
}

/** The house that prints a note: the desk's, or its translation into the note's language. */
export function houseFor(note: Note, { house, houses }: HouseContext): House {
  const language = languageOf(note, house);
  if (language === primary(house.lang)) return house;
  const translation = house.translations.get(language);
  return (translation === undefined ? undefined : houses.get(translation)) ?? house;
}

export function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}
