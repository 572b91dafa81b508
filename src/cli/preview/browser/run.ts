import { basename, dirname, sep } from 'node:path';
import { ConfigResolver } from '../../config/config-resolver.ts';
import { IgnoreFilter } from '../../files/ignore-filter.ts';
import type { Inputs } from '../../files/inputs.ts';
import { NOTE_ENDING } from '../../files/search.ts';
import { abandon } from '../../files/temporary.ts';
import type { Host } from '../../host.ts';
import { findNotes } from '../../run/find-notes.ts';
import type { Console } from '../../terminal/console.ts';
import { type FileChange, type Watch, watchFiles } from '../../watch/watcher.ts';
import type { PreviewRequest } from '../request.ts';
import { dependenciesOf } from './dependencies.ts';
import { failureOf } from './failure.ts';
import { openBrowser } from './open-browser.ts';
import { PreviewServer } from './server.ts';
import { Stories } from './stories.ts';
import type { StoryFile } from './story-view.ts';

/** Shows notes in a browser until the program is stopped. */
export async function previewInBrowser(request: PreviewRequest, host: Host, console: Console): Promise<void> {
  const preview = new BrowserPreview(request, host, console);
  host.beforeStop(() => {
    abandon();
    preview.close();
  });
  try {
    await preview.run();
  } finally {
    // An open server would keep the process alive after an error.
    preview.close();
  }
}

class BrowserPreview {
  readonly #request: PreviewRequest;
  readonly #host: Host;
  readonly #console: Console;
  readonly #server = new PreviewServer();
  readonly #stories: Stories;
  /** Files and folders that decide what the pages show. */
  readonly #dependencies = new Set<string>();
  readonly #images = new Set<string>();
  #watch: Watch | undefined;

  constructor(request: PreviewRequest, host: Host, console: Console) {
    this.#request =
      request.notes.length === 0 && request.filesFrom === undefined ? { ...request, notes: ['.'] } : request;
    this.#host = host;
    this.#console = console;
    this.#stories = new Stories(
      request,
      (id) => ({ image: `${this.#server.root}story/${id}/image/`, card: `${this.#server.root}story/${id}/card/` }),
      {
        isOpen: (id) => this.#server.openStories.includes(id),
        onStory: (id) => void this.#onStory(id),
        onIndex: () => this.#server.sendIndex(),
      },
      console.messages,
    );
  }

  close(): void {
    this.#server.close();
    void this.#watch?.close();
  }

  /** Resolves only if there is nothing to show, or if nobody reads the URL and no browser is opened. */
  async run(): Promise<void> {
    const { inputs, problems } = await this.#find();
    for (const problem of problems)
      if (problem.code !== 'ENOMATCH' || !this.#request.allowNone) await this.#console.fileError(problem);
    if (inputs.length === 0) return;
    const files = inputs.map(fileOf);
    this.#stories.add(files);
    const [first] = inputs;
    const isAlone = inputs.length === 1 && first?.base === undefined;
    await this.#server.listen(this.#request.port ?? 0);
    this.#server.show(this.#stories, !isAlone, this.#console.messages);
    const { notes } = this.#request;
    this.#follow(files);
    const onChanges = (changes: readonly FileChange[]) => this.#onChanges(changes);
    const onError = (error: Error) => void this.#console.line(failureOf(error, this.#console.messages).message);
    this.#watch = await watchFiles([...notes, ...inputs.map(({ path }) => path), ...this.#dependencies], onChanges, {
      onError,
    });
    const isRead = await this.#host.write(1, `${this.#server.url}\n`);
    if (!isRead && !this.#request.open) return;
    await this.#greet();
    await this.#stories.readRest();
    await new Promise(() => {});
  }

  async #greet(): Promise<void> {
    const { openingUrl } = this.#server;
    await this.#console.line('Press Ctrl+C to stop.');
    if (!this.#request.open || (await openBrowser(openingUrl, this.#host))) return;
    await this.#console.line('copydesk could not open a browser. Open the URL above.');
  }

  #find(): Promise<Inputs> {
    const configResolver = new ConfigResolver(this.#request, 'house');
    const ignoreFilter = new IgnoreFilter(configResolver);
    return findNotes(this.#request, { configResolver, ignoreFilter, host: this.#host });
  }

  /** Adds what the pages of files depend on. @returns what is new. */
  #follow(files: readonly StoryFile[]): readonly string[] {
    // Notes in one folder depend on the same files.
    const byFolder = new Map(files.map(({ path }) => [dirname(path), path]));
    const found = [...byFolder.values()].flatMap((path) => dependenciesOf(path, this.#request));
    const added = [...new Set(found)].filter((path) => !this.#dependencies.has(path));
    for (const path of added) this.#dependencies.add(path);
    return added;
  }

  /** Shows a story that was read, and watches its images. */
  async #onStory(id: number): Promise<void> {
    const images = this.#stories.imagesOf(id).filter((image) => !this.#images.has(image));
    for (const image of images) this.#images.add(image);
    if (images.length > 0) this.#watch?.add(images);
    await this.#server.sendStory(id);
  }

  async #onChanges(changes: readonly FileChange[]): Promise<void> {
    try {
      const unknown: string[] = [];
      for (const { path } of changes) {
        const ids = this.#stories.idsFor(path);
        for (const id of ids) await this.#stories.read(id);
        if (ids.length === 0) unknown.push(path);
      }
      if (changes.some(({ path }) => this.#decides(path))) await this.#reconfigure();
      if (unknown.some((path) => NOTE_ENDING.test(path))) await this.#addNew();
    } catch (error) {
      await this.#console.line(failureOf(error, this.#console.messages).message);
    }
  }

  /** Whether the pages depend on a file. A story in a folder that they depend on, such as that of a house, is only a story. */
  #decides(path: string): boolean {
    if (this.#dependencies.has(path) || basename(path) === 'house.yaml') return true;
    if (this.#stories.idsFor(path).some((id) => this.#stories.isStory(id))) return false;
    return [...this.#dependencies].some((one) => path.startsWith(one + sep));
  }

  /** The configuration, a house or the text of a source has changed. */
  async #reconfigure(): Promise<void> {
    this.#stories.reconfigure();
    this.#watch?.add(this.#follow(this.#stories.files));
    for (const id of this.#server.openStories) await this.#stories.read(id);
    void this.#stories.readRest();
  }

  /** Shows the notes that are new in the folders of the preview. */
  async #addNew(): Promise<void> {
    const { inputs } = await this.#find();
    const files = inputs.map(fileOf);
    if (!this.#stories.add(files)) return;
    this.#watch?.add(this.#follow(files));
    void this.#stories.readRest();
  }
}

function fileOf({ path, base, isListed }: Inputs['inputs'][number]): StoryFile {
  return { path, isNamed: base === undefined && isListed !== true };
}
