import type { House } from '../../model/house.ts';
import type { Format } from '../../write/index.ts';
import { projectKey } from '../cache/keys.ts';
import type { ProjectConfig } from '../config/config-resolver.ts';
import { textOf } from '../config/templates.ts';
import type { RenderRequest } from '../requests.ts';
import { digest } from './post-record.ts';

/** Returns the house with the template of a request. */
type Templated = (house: House, format: Format) => House | Promise<House>;

/** Digests of everything but the note that decides what a post is: copydesk itself, the house, templates and options. */
export class PostSettings {
  readonly #request: RenderRequest;
  readonly #templated: Templated;
  readonly #byProject = new WeakMap<ProjectConfig, readonly string[]>();

  constructor(request: RenderRequest, templated: Templated) {
    this.#request = request;
    this.#templated = templated;
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
    const { formats, fragment, width, force, assets, index } = this.#request;
    const key = projectKey(project);
    return Promise.all(
      formats.map(async (format) => {
        const { templates } = await this.#templated(project.house, format);
        const texts = [...templates].map(([name, template]) => [name, textOf(template)]);
        const options = [format.name, fragment, width, force, assets, index];
        return digest(JSON.stringify([key, texts, options]));
      }),
    );
  }
}
