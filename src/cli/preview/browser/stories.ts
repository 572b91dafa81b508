import { resolve } from 'node:path';
import { Writer } from '../../files/atomic.ts';
import type { Messages } from '../../messages/messages.ts';
import { type EditedNote, StoryEditor } from './edit-story.ts';
import type { CheckChoice, StoryUrls, StoryVersion } from './read-story.ts';
import type { EditOutcome, EditRequest, IndexState, StoryState } from './state.ts';
import { type StoriesListener, StoryReader } from './story-reader.ts';
import { isOtherFile, pageState, type Story, type StoryFile, summaryOf } from './story-view.ts';

/** The stories of a preview, as their files are now. */
export class Stories {
  readonly #choice: CheckChoice;
  readonly #messages: Messages;
  readonly #reader: StoryReader;
  readonly #stories: Story[] = [];
  readonly #byPath = new Map<string, Story>();
  readonly #writer = new Writer({ durable: 'each' });
  /** Edits wait for one another. */
  #editing: Promise<unknown> = Promise.resolve();

  constructor(choice: CheckChoice, urlsOf: (id: number) => StoryUrls, listener: StoriesListener, messages: Messages) {
    this.#choice = choice;
    this.#messages = messages;
    this.#reader = new StoryReader(choice, urlsOf, listener, messages);
  }

  /** Adds the files that are new. @returns whether there are any. */
  add(files: readonly StoryFile[]): boolean {
    const before = this.#stories.length;
    for (const file of files) {
      const key = resolve(file.path);
      if (this.#byPath.has(key)) continue;
      const story = { ...file, id: this.#stories.length + 1, isRead: false, isCurrent: false, isOutdated: false };
      this.#stories.push(story);
      this.#byPath.set(key, story);
    }
    return this.#stories.length > before;
  }

  /** The stories of a file: those that it contains, or whose image it is. @param path absolute. */
  idsFor(path: string): readonly number[] {
    const own = this.#byPath.get(path);
    if (own) return [own.id];
    return this.#stories.filter(({ shown }) => shown?.images.includes(path)).map(({ id }) => id);
  }

  has(id: number): boolean {
    return this.#stories[id - 1] !== undefined;
  }

  /** Whether a file that was found may be a story. */
  isStory(id: number): boolean {
    const story = this.#stories[id - 1];
    return story !== undefined && !isOtherFile(story);
  }

  get files(): readonly StoryFile[] {
    return this.#stories;
  }

  /** Forgets the configuration, so that every story has to be read again. */
  reconfigure(): void {
    this.#reader.reconfigure();
    for (const story of this.#stories) {
      story.isCurrent = false;
      delete story.kept;
    }
  }

  /** Reads the stories that have to be read, one after another, so that a page that is open comes first. */
  async readRest(): Promise<void> {
    for (const { id, isCurrent } of this.#stories) {
      if (!isCurrent) await this.read(id);
      await new Promise(setImmediate);
    }
  }

  /** Reads a story as its file is now. */
  async read(id: number): Promise<void> {
    const story = this.#stories[id - 1];
    if (story) await this.#reader.read(story);
  }

  /** The state of the page of a story, which is read first if it has not been. Undefined for an unknown id. */
  async stateOf(id: number): Promise<StoryState | undefined> {
    const story = this.#stories[id - 1];
    if (!story) return undefined;
    if (!story.isRead) await this.read(id);
    return pageState(story, this.#messages);
  }

  get index(): IndexState {
    const shown = this.#stories.filter((story) => !isOtherFile(story));
    return {
      stories: shown.filter(({ isRead }) => isRead).map((story) => summaryOf(story, this.#messages)),
      unread: this.#stories.filter(({ isRead }) => !isRead).length,
    };
  }

  /** The images of a post that a page shows, by number. */
  imagesOf(id: number): readonly string[] {
    const { early, shown } = this.#stories[id - 1] ?? {};
    return (early ?? shown)?.images ?? [];
  }

  /** The version of a story whose post a page shows. */
  shownOf(id: number): StoryVersion | undefined {
    return this.#stories[id - 1]?.shown;
  }

  /** Does what a button asks for, and shows the result. */
  edit(id: number, request: EditRequest): Promise<EditOutcome> {
    const editing = this.#editing.then(() => this.#editNow(id, request));
    this.#editing = editing.catch(() => {});
    return editing;
  }

  async #editNow(id: number, request: EditRequest): Promise<EditOutcome> {
    const story = this.#stories[id - 1];
    if (!story) return { outcome: 'outdated' };
    const editor = new StoryEditor(this.#choice, this.#reader.configResolver, this.#writer, this.#messages);
    const { path, isNamed, version } = story;
    const note: EditedNote | undefined = version && { path, isNamed, version };
    const outcome: EditOutcome = note ? await editor.edit(note, request) : { outcome: 'outdated' };
    if (outcome.outcome !== 'failed') await this.read(id);
    return outcome;
  }
}
