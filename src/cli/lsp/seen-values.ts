import { promises } from 'node:fs';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';
import type { HouseContext } from '../../house/resolve.ts';
import { plainText } from '../../model/article.ts';
import type { Data } from '../../model/data.ts';
import { canonicalKey, type Key } from '../../model/keys.ts';
import { decode } from '../../read/decode.ts';
import { peekFrontMatter } from '../../read/front-matter/index.ts';
import { readNote } from '../../read/note.ts';
import { createSource, type Source } from '../../text/index.ts';
import { walk } from '../files/search.ts';

/** The keys whose values other notes suggest. */
const SUGGESTED: ReadonlySet<Key> = new Set<Key>(['source', 'byline', 'dateline', 'section', 'topics', 'lang']);

/** A project of more notes than this suggests what the first ones have. */
const MOST_NOTES = 5000;
/** A longer file is hardly a note. */
const LONGEST_NOTE = 1024 * 1024;

/** Milliseconds that a completion waits for the notes of a large project. The next completion can offer more. */
const PATIENCE = 500;

/** What one note suggests to others. */
interface NoteValues {
  readonly modified: number;
  readonly size: number;
  readonly values: ReadonlyMap<Key, readonly string[]>;
  readonly laws: readonly string[];
}

/** The values and laws in the notes of a folder. Reads again only files that have changed. */
export class SeenValues {
  readonly #folder: string | undefined;
  readonly #notes = new Map<string, NoteValues>();
  #update: Promise<void> | undefined;

  /** @param folder undefined for none, which has no notes. */
  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** The values of a key, the most frequent first. */
  async of(key: Key, house: HouseContext): Promise<readonly string[]> {
    await Promise.race([this.#refresh(house), delay(PATIENCE)]);
    return byFrequency([...this.#notes.values()].flatMap(({ values }) => values.get(key) ?? []));
  }

  async laws(house: HouseContext): Promise<readonly string[]> {
    await Promise.race([this.#refresh(house), delay(PATIENCE)]);
    return byFrequency([...this.#notes.values()].flatMap(({ laws }) => laws));
  }

  #refresh(house: HouseContext): Promise<void> {
    this.#update ??= this.#read(house).finally(() => {
      this.#update = undefined;
    });
    return this.#update;
  }

  async #read(house: HouseContext): Promise<void> {
    if (this.#folder === undefined) return;
    const { files } = await walk(this.#folder);
    const names = files.filter((name) => /\.(?:md|markdown)$/i.test(name)).slice(0, MOST_NOTES);
    const known = new Set(names);
    for (const name of this.#notes.keys()) if (!known.has(name)) this.#notes.delete(name);
    for (const name of names) {
      await this.#readNote(name, house);
      // A completion does not wait for the whole project.
      await turn();
    }
  }

  async #readNote(name: string, house: HouseContext): Promise<void> {
    const path = `${this.#folder}/${name}`;
    try {
      const { mtimeMs: modified, size } = await promises.stat(path);
      const before = this.#notes.get(name);
      if (before?.modified === modified && before.size === size) return;
      this.#notes.delete(name);
      if (size > LONGEST_NOTE) return;
      const decoded = decode(await promises.readFile(path));
      if (decoded.kind === 'text') this.#notes.set(name, { modified, size, ...valuesIn(path, decoded.text, house) });
    } catch {
      // A file that is gone or cannot be read suggests nothing.
      this.#notes.delete(name);
    }
  }
}

function valuesIn(path: string, text: string, house: HouseContext): Pick<NoteValues, 'values' | 'laws'> {
  const source = createSource(path, text);
  const values = new Map<Key, readonly string[]>();
  for (const { name, value } of peekFrontMatter(source) ?? []) {
    const key = canonicalKey(name);
    if (key && SUGGESTED.has(key)) values.set(key, textsOf(value));
  }
  return { values, laws: values.size > 0 ? lawsIn(source, house) : [] };
}

function textsOf(data: Data): readonly string[] {
  switch (data.kind) {
    case 'scalar':
      return data.value ? [data.value] : [];
    case 'sequence':
      return data.items.flatMap(textsOf);
    case 'mapping':
      return data.entries.filter(({ name }) => name === 'name').flatMap(({ value }) => textsOf(value));
  }
}

function lawsIn(source: Source, { vocabulary }: HouseContext): readonly string[] {
  const laws = readNote(source, vocabulary).note?.sections.find(({ kind }) => kind === 'laws');
  return (laws?.blocks ?? []).flatMap(({ block }) => {
    if (block.type !== 'list') return [];
    return block.items.flatMap(({ tokens: [first] }) =>
      first?.type === 'paragraph' ? [plainText(first.tokens).trim()] : [],
    );
  });
}

function byFrequency(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([value]) => value);
}
