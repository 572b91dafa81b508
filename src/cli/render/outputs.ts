import { CARDS, forLaw } from '../../write/card/formats.ts';
import { FEEDS, type FeedFormat, INDEX } from '../../write/feed/index.ts';
import { FORMATS, type PostFormat, type WriteOptions } from '../../write/index.ts';
import type { ConfigResolver, ProjectConfig } from '../config/config-resolver.ts';
import { Invalid, UsageError } from '../exit.ts';
import { FileError } from '../files/error.ts';
import type { Input } from '../files/inputs.ts';
import type { OutputFormat, RenderRequest } from '../requests.ts';
import { nameOf } from '../run/read-note.ts';
import { noFollowUp, refuseWithoutNow, withoutChannels, withoutFolder } from './refusals.ts';
import type { Site } from './site.ts';

/** What a run writes of each note. */
export interface ProjectOutputs {
  readonly formats: readonly OutputFormat[];
  readonly feeds: readonly FeedFormat[];
  /** Whether the index lists it. */
  readonly index: boolean;
}

/** What a run writes. `--to all` writes what the configuration of each note lists in `channels:`. */
export class Outputs {
  readonly #request: RenderRequest;
  readonly #byProject = new WeakMap<ProjectConfig, ProjectOutputs>();
  /** What it writes of some note. */
  #all: ProjectOutputs;

  constructor(request: RenderRequest) {
    this.#request = request;
    this.#all = this.#asked(request);
  }

  /** The follow-ups and the cards of laws that the request asks for. */
  #asked({ formats, feeds, index }: ProjectOutputs): ProjectOutputs {
    const { followUp, law } = this.#request;
    if (!followUp) {
      const cards = (one: OutputFormat) => ('load' in one && law !== undefined ? forLaw(one, law) : one);
      return { formats: formats.map(cards), feeds, index };
    }
    return { formats: formats.filter(({ followsUp }) => followsUp).map(asFollowUp), feeds: [], index: false };
  }

  /** The formats of all notes together. */
  get formats(): readonly OutputFormat[] {
    return this.#all.formats;
  }

  get feeds(): readonly FeedFormat[] {
    return this.#all.feeds;
  }

  get index(): boolean {
    return this.#all.index;
  }

  /** Looks up what `--to all` means for these files. @throws {UsageError} if it means nothing for all of them. */
  async resolve(inputs: readonly Input[], configResolver: ConfigResolver): Promise<void> {
    if (!this.#request.isAll) return;
    const projects = [...(await projectsOf(inputs, this.#request, configResolver)).keys()];
    const found = projects.filter(hasChannels).map((project) => this.of(project));
    if (found.length === 0 && projects.length > 0) throw withoutChannels();
    if (this.#request.outDir === undefined) throw withoutFolder();
    const formats = new Set(found.flatMap((one) => one.formats));
    const feeds = new Set(found.flatMap((one) => one.feeds));
    this.#all = { formats: [...formats], feeds: [...feeds], index: found.some(({ index }) => index) };
    if (this.#request.followUp && found.length > 0 && formats.size === 0) throw noFollowUp();
    refuseWithoutNow(this.#request.now, this.feeds);
  }

  /** Files that are no notes need no channels. @throws {UsageError} if `--to all` means nothing for one of these notes. */
  async requireChannels(notes: readonly Input[], configResolver: ConfigResolver): Promise<void> {
    if (!this.#request.isAll) return;
    for (const [project, name] of await projectsOf(notes, this.#request, configResolver))
      if (!hasChannels(project)) throw withoutChannels(name);
  }

  of(project: ProjectConfig): ProjectOutputs {
    if (!this.#request.isAll) return this.#all;
    let found = this.#byProject.get(project);
    if (!found) {
      const { formats, feeds, index } = this.#request;
      found = this.#asked({
        formats: [...formats, ...listed(project, [...FORMATS, ...CARDS], formats)],
        feeds: [...feeds, ...listed(project, FEEDS, feeds)],
        index: index || listed(project, [INDEX], []).length > 0,
      });
      this.#byProject.set(project, found);
    }
    return found;
  }

  /** What decides on the links between the pages of a folder. */
  siteOf(project: ProjectConfig): Site {
    return { ...this.of(project), outDir: this.#request.outDir };
  }

  /** How a format prints a note: as its channel is set, unless an option says otherwise. */
  optionsOf({ channels = {} }: ProjectConfig, { name }: Pick<PostFormat, 'name'>): WriteOptions {
    const { fragment, width, settings, followUp, output = '' } = this.#request;
    const own = Object.hasOwn(channels, name) ? channels[name] : {};
    const text = /\.txt$/i.test(output) ? { asText: true } : {};
    return { fragment, followUp, ...text, ...(width === undefined ? {} : { width }), ...own, ...settings };
  }
}

function hasChannels({ channels = {} }: ProjectConfig): boolean {
  return Object.keys(channels).length > 0;
}

/** The names of follow-ups. */
export const FOLLOW_UP = /\.follow-up\.[a-z]+\.[a-z]+$/;

/** A format whose files are beside those of the posts. */
function asFollowUp(format: OutputFormat): OutputFormat {
  return { ...format, extensions: format.extensions.map((extension) => `.follow-up${extension}`) };
}

/** What a project lists in `channels:` and the request does not name. */
function listed<Output extends { readonly name: string }>(
  { channels = {} }: ProjectConfig,
  known: readonly Output[],
  named: readonly Output[],
): readonly Output[] {
  return known.filter(({ name }) => Object.hasOwn(channels, name) && !named.some((one) => one.name === name));
}

/** The configurations of notes, each with the name of one of them. One with an error is left out: each of its notes reports it. */
async function projectsOf(
  inputs: readonly Input[],
  { stdinFilepath }: RenderRequest,
  configResolver: ConfigResolver,
): Promise<ReadonlyMap<ProjectConfig, string>> {
  const folders = new Map<string, string>();
  for (const input of inputs) {
    const name = nameOf(input, stdinFilepath);
    folders.set(name.replace(/[^/]*$/, ''), name);
  }
  const projects = new Map<ProjectConfig, string>();
  for (const name of folders.values()) {
    try {
      projects.set(await configResolver.of(name), name);
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof UsageError || error instanceof FileError)) throw error;
    }
  }
  return projects;
}
