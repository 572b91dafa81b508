import type { House } from '../../model/house.ts';
import type { PostFormat } from '../../write/index.ts';
import { projectKey } from '../cache/keys.ts';
import type { ProjectConfig } from '../config/config-resolver.ts';
import { textOf } from '../config/templates.ts';
import type { OutputFormat, RenderRequest } from '../requests.ts';
import { fontsKey } from './house-fonts.ts';
import type { Outputs } from './outputs.ts';
import { digest } from './post-record.ts';

/** Returns the house with the template of a request. */
type Templated = (house: House, format: PostFormat) => House | Promise<House>;

/** Digests of everything but the note that decides what a post is: copydesk itself, the house, templates and options. */
export class PostSettings {
  readonly #request: RenderRequest;
  readonly #outputs: Outputs;
  readonly #templated: Templated;
  readonly #byProject = new WeakMap<ProjectConfig, readonly string[]>();

  constructor(request: RenderRequest, outputs: Outputs, templated: Templated) {
    this.#request = request;
    this.#outputs = outputs;
    this.#templated = templated;
  }

  /** What is rendered of each note. */
  formatsOf(project: ProjectConfig): readonly OutputFormat[] {
    return this.#outputs.of(project).formats;
  }

  /** A digest for each format; none if a template has an error, which the notes report. Undefined before `load`. */
  of(project: ProjectConfig): readonly string[] | undefined {
    return this.#byProject.get(project);
  }

  async load(project: ProjectConfig): Promise<readonly string[]> {
    const digests = await this.#digests(project).catch(() => []);
    this.#byProject.set(project, digests);
    return digests;
  }

  async #digests(project: ProjectConfig): Promise<readonly string[]> {
    const { force, assets, law } = this.#request;
    const { index } = this.#outputs.of(project);
    const hasCard = this.formatsOf(project).some((format) => 'load' in format);
    const key = projectKey(project, ...(hasCard ? [law, fontsKey(project.house)] : []));
    return Promise.all(
      this.formatsOf(project).map(async (format) => {
        const { templates } = await this.#templated(project.house, format);
        const texts = [...templates].map(([name, template]) => [name, textOf(template)]);
        const options = [format.name, this.#outputs.optionsOf(project, format), force, assets, index];
        return digest(JSON.stringify([key, texts, options]));
      }),
    );
  }
}
