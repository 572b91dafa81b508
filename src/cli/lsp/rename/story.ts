import { basename, dirname, extname } from 'node:path';
import type { Data, Scalar } from '../../../model/data.ts';
import type { ReadResult } from '../../../read/note.ts';
import type { Source } from '../../../text/index.ts';
import type { FoundNote } from '../notes.ts';

/** A note of the project, with what names its post. */
export class Story {
  /** Absolute. */
  readonly path: string;
  readonly uri: string;
  readonly source: Source;
  /** The version of the document, if the editor has it open. */
  readonly version: number | null;
  readonly #found: FoundNote;
  #read: ReadResult | undefined;

  constructor(file: StoryFile, source: Source, found: FoundNote) {
    this.path = file.path;
    this.uri = file.uri;
    this.version = file.version;
    this.source = source;
    this.#found = found;
  }

  /** The name of the post: a valid key `slug`, or else the name of the file. */
  get slug(): string {
    return this.#found.slug ?? basename(this.path).replace(/(?<=.)\.[^.]+$/, '');
  }

  /** As `slug`, also if the key is not valid. */
  get writtenSlug(): string {
    return this.value('slug')?.value ?? this.slug;
  }

  get isNamedByFile(): boolean {
    return this.value('slug') === undefined;
  }

  get folder(): string {
    return dirname(this.path);
  }

  get extension(): string {
    return extname(this.path);
  }

  /** The URL of the publisher, below which posts are looked for. */
  get site(): string | undefined {
    return this.#found.house.publisher.url;
  }

  get read(): ReadResult {
    this.#read ??= this.#found.read();
    return this.#read;
  }

  value(key: 'slug' | 'url' | 'id'): Scalar | undefined {
    const value: Data | undefined = this.read.note?.fields.find((field) => field.key === key)?.value;
    return value?.kind === 'scalar' && value.value !== null ? value : undefined;
  }
}

/** A file that may be a note. */
export interface StoryFile {
  readonly path: string;
  readonly uri: string;
  readonly version: number | null;
}
