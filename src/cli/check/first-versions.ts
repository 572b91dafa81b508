import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { idOf } from '../../lint/translation/id.ts';
import { peekFrontMatter } from '../../read/front-matter/index.ts';
import { createSource, type Source } from '../../text/index.ts';
import { FileError } from '../files/error.ts';
import { readNoteText } from '../files/read.ts';

/** The first note of an id. */
interface FirstNote {
  readonly path: string;
  readonly language?: string;
  /** The note itself, if it cannot be read again: one from stdin or the index. */
  readonly source?: Source;
}

/** `story.zh-Hant.md`. */
const TRANSLATED = /^(?<name>.+)\.[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*(?<ending>\.[A-Za-z]+)$/;

/**
 * Finds the first note of each `id`: `story.md` or the first `story.LANG.md` beside a note with such a name, and else the
 * first note of the run. Keeps only paths, and reads a note again when its translation comes.
 */
export class FirstVersions {
  readonly #notes = new Map<string, FirstNote>();
  /** The note that was read last, because its translations mostly follow one another. */
  #last: Source | undefined;
  #folder: { readonly path: string; readonly stories: ReadonlyMap<string, readonly string[]> } | undefined;

  /**
   * @param isFile whether the note can be read again under its path.
   * @returns undefined for a note that is the first itself.
   */
  find(note: Source, isFile: boolean, id: string, language: string): Source | undefined {
    const first = this.#notes.get(id) ?? this.#start(note, isFile, id, language);
    if (isSame(first.path, note.path)) {
      // A fix may change it now.
      this.#last = undefined;
      return undefined;
    }
    if (first.language === language) return undefined;
    return first.source ?? this.#read(first.path);
  }

  #start(note: Source, isFile: boolean, id: string, language: string): FirstNote {
    const beside = this.#beside(note.path, id);
    const own = { path: note.path, language, ...(isFile ? {} : { source: note }) };
    const first = beside === undefined ? own : { path: beside };
    // A part of a longer text would keep all of it in memory.
    this.#notes.set(Buffer.from(id).toString(), first);
    return first;
  }

  /** The file of the same story that comes before a note by its name. */
  #beside(note: string, id: string): string | undefined {
    const story = storyOf(basename(note));
    if (story === undefined) return undefined;
    const folder = dirname(note);
    const others = (this.#storiesIn(folder).get(story) ?? []).filter((file) => file < basename(note));
    return [story, ...others].map((file) => join(folder, file)).find((path) => this.#hasId(path, id));
  }

  /** The files in a folder whose names end in a language, by the name without it. */
  #storiesIn(path: string): ReadonlyMap<string, readonly string[]> {
    if (this.#folder?.path !== path) this.#folder = { path, stories: storiesIn(path) };
    return this.#folder.stories;
  }

  #hasId(path: string, id: string): boolean {
    const source = this.#read(path);
    return source !== undefined && idOf(peekFrontMatter(source) ?? []) === id;
  }

  /** A file that cannot be read has its own message when it is checked. */
  #read(path: string): Source | undefined {
    if (this.#last?.path === path) return this.#last;
    try {
      this.#last = createSource(path, readNoteText(path));
      return this.#last;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return undefined;
    }
  }
}

/** `story.md` for `story.zh.md`; undefined for a name without a language. */
function storyOf(file: string): string | undefined {
  const { name, ending } = TRANSLATED.exec(file)?.groups ?? {};
  return name === undefined || ending === undefined ? undefined : name + ending;
}

function isSame(one: string, other: string): boolean {
  return one === other || resolve(one) === resolve(other);
}

/** Each list is in the order of the names. Empty if the folder cannot be read. */
function storiesIn(folder: string): ReadonlyMap<string, readonly string[]> {
  const stories = new Map<string, string[]>();
  for (const file of namesIn(folder)) {
    const story = storyOf(file);
    if (story === undefined) continue;
    const files = stories.get(story);
    if (files) files.push(file);
    else stories.set(story, [file]);
  }
  return stories;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
