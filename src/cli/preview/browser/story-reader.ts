import { KeptFindings } from '../../../lint/kept-findings.ts';
import { ConfigResolver } from '../../config/config-resolver.ts';
import { Invalid } from '../../exit.ts';
import type { Messages } from '../../messages/messages.ts';
import { failureOf } from './failure.ts';
import { type CheckChoice, type PageSetting, readEarly, readStory, type StoryUrls } from './read-story.ts';
import { isOtherFile, type Story } from './story-view.ts';

/** Receives an event when the state of a page changes. */
export interface StoriesListener {
  /** Whether the page of a story is open. */
  isOpen(id: number): boolean;
  onStory(id: number): void;
  onIndex(): void;
}

/** Reads stories, and tells when there is something new to show. */
export class StoryReader {
  readonly #choice: CheckChoice;
  readonly #urlsOf: (id: number) => StoryUrls;
  readonly #listener: StoriesListener;
  readonly #messages: Messages;
  #configResolver: ConfigResolver;

  constructor(choice: CheckChoice, urlsOf: (id: number) => StoryUrls, listener: StoriesListener, messages: Messages) {
    this.#choice = choice;
    this.#urlsOf = urlsOf;
    this.#listener = listener;
    this.#messages = messages;
    this.#configResolver = new ConfigResolver(choice, 'house');
  }

  get configResolver(): ConfigResolver {
    return this.#configResolver;
  }

  /** Forgets the configuration. */
  reconfigure(): void {
    this.#configResolver = new ConfigResolver(this.#choice, 'house');
  }

  /** Reads a story as its file is now. */
  async read(story: Story): Promise<void> {
    story.isOutdated = true;
    story.reading ??= this.#readLatest(story).finally(() => {
      delete story.reading;
    });
    await story.reading;
  }

  async #readLatest(story: Story): Promise<void> {
    while (story.isOutdated) {
      story.isOutdated = false;
      story.isCurrent = true;
      if (story.shown && this.#listener.isOpen(story.id)) await this.#showEarly(story);
      await this.#readOnce(story);
      delete story.early;
      story.isRead = true;
      this.#listener.onStory(story.id);
      this.#listener.onIndex();
    }
  }

  /** Shows the post before its findings, which take longer. */
  async #showEarly(story: Story): Promise<void> {
    try {
      const early = await readEarly(story.path, this.#configResolver, this.#settingOf(story.id));
      if (!early) return;
      story.early = early;
      this.#listener.onStory(story.id);
      // Send the state before the check blocks this thread.
      await new Promise(setImmediate);
    } catch {
      // The next reading reports the problem.
      delete story.early;
    }
  }

  async #readOnce(story: Story): Promise<void> {
    const { path, isNamed, id } = story;
    const isOther = isOtherFile(story);
    delete story.failure;
    // There can be thousands of stories whose page is not open.
    if (this.#listener.isOpen(id)) story.kept ??= new KeptFindings();
    else delete story.kept;
    try {
      const setting = { ...this.#settingOf(id), ...(story.kept ? { kept: story.kept } : {}) };
      const version = await readStory(path, isNamed, this.#choice, this.#configResolver, setting);
      if (version) story.version = version;
      else delete story.version;
      if (version && !version.state.failure) story.shown = version;
    } catch (error) {
      delete story.version;
      // A broken configuration is no problem of a file that is not a note.
      if (!isOther || !(error instanceof Invalid)) story.failure = failureOf(error, this.#messages);
    }
  }

  #settingOf(id: number): PageSetting {
    return { urls: this.#urlsOf(id), messages: this.#messages };
  }
}
