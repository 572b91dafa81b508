import Handlebars from 'handlebars/runtime.js';
import type { House, Template, TemplateFunction } from '../../model/house.ts';

/** A template of a house failed. The message starts with the file, and the line and column if they are known. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** What to do, as a sentence. */
  readonly advice: string | undefined;

  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice;
  }
}

const functions = new WeakMap<Template, TemplateFunction>();

/**
 * Runs a template of a house. It looks names up strictly and finds own properties only: a misspelt name is an error, and
 * `{{toString}}` finds nothing.
 * @throws {TemplateError} if the house has no such template or the template fails.
 */
export function runTemplate(house: House, name: string, context: object): string {
  const template = house.templates.get(name);
  if (!template) throw new TemplateError(`house '${house.name}' has no template '${name}'`);
  try {
    return functionOf(template)(context, { partials: partialsOf(house, extension(name)) });
  } catch (error) {
    throw templateError(template.name, error);
  }
}

/** An error of Handlebars in the words of messages. The error of a partial already names its own file. */
export function templateError(path: string, error: unknown): TemplateError {
  if (error instanceof TemplateError) return error;
  if (error instanceof RangeError) {
    const advice = 'Remove the call, or put it in a block that is not always printed.';
    return new TemplateError(`${path}: a partial calls itself endlessly`, advice);
  }
  // The operator `in`, by which Handlebars looks names up, rejects a text.
  if (error instanceof TypeError) return new TemplateError(`${path}: text has no names`, 'Write {{this}}.');
  const [, what = '', line, column] = /^(.*?)(?: - (\d+):(\d+))?$/s.exec((error as Error).message) ?? [];
  const location = line === undefined ? path : `${path}:${line}:${Number(column) + 1}`;
  const partial = /^The partial (.*) could not be found$/s.exec(what)?.[1];
  if (partial === 'undefined')
    return new TemplateError(`${location}: partial without a name`, 'Look up its name: {{> (lookup . "part")}}.');
  if (partial !== undefined) {
    const advice = `Define it above with {{#*inline "${partial}"}}…{{/inline}}, or create ${partial}.hbs.`;
    return new TemplateError(`${location}: unknown partial '${partial}'`, advice);
  }
  const name = /^"(.*)" not defined in/s.exec(what)?.[1];
  if (name === undefined) return new TemplateError(`${location}: ${what}`);
  return new TemplateError(
    `${location}: unknown name '${name}'`,
    `Write {{@root.${name}}} if it belongs to the story.`,
  );
}

type Partials = Readonly<Record<string, TemplateFunction>>;
const partialsByHouse = new WeakMap<House['templates'], Map<string, Partials>>();

/** The partials of a format in a house, gathered once. */
function partialsOf({ templates }: House, ending: string): Partials {
  const known = partialsByHouse.get(templates) ?? new Map<string, Partials>();
  partialsByHouse.set(templates, known);
  const partials: Record<string, TemplateFunction> = known.get(ending) ?? Object.create(null);
  if (known.has(ending)) return partials;
  for (const [file, partial] of templates) {
    if (file.endsWith(ending)) partials[file.slice(0, -ending.length)] = functionOf(partial);
  }
  known.set(ending, partials);
  return partials;
}

/** `post.html.hbs` → `.html.hbs`: a template sees the partials of its own format. */
function extension(name: string): string {
  return name.slice(name.indexOf('.'));
}

/** The function of a template, which is made when it is first called: a run calls few of the partials of a house. */
function functionOf(template: Template): TemplateFunction {
  if (template.kind === 'compiled') return template.run;
  const known = functions.get(template);
  if (known) return known;
  let made: TemplateFunction | undefined;
  const run: TemplateFunction = (context, options) => {
    made ??= Handlebars.template(template.makeSpec() as TemplateSpecification) as TemplateFunction;
    return made(context, options);
  };
  functions.set(template, run);
  return run;
}
