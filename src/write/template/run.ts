import Handlebars from 'handlebars/runtime.js';
import type { House, Template, TemplateFunction } from '../../model/house.ts';
import { TemplateError } from './error.ts';

const functions = new WeakMap<Template, TemplateFunction>();

/**
 * Runs a house's template. Names are looked up strictly and on own properties only, so a misspelt name is an error and
 * `{{toString}}` finds nothing.
 * @throws {TemplateError} when the house has no such template or the template fails.
 */
export function runTemplate(house: House, name: string, context: object): string {
  const template = house.templates.get(name);
  if (!template) throw new TemplateError(`the house ${house.name} has no template ${name}`);
  const partials: Record<string, TemplateFunction> = Object.create(null);
  for (const [file, partial] of house.templates) {
    if (file.endsWith(extension(name))) partials[file.slice(0, -extension(name).length)] = functionOf(partial);
  }
  try {
    return functionOf(template)(context, { partials });
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(`${template.name}${placed(error instanceof Error ? error.message : String(error))}`);
  }
}

/** Handlebars' message with the place in front, as `:line:column: what`. */
function placed(message: string): string {
  const [, what = message, line, column] = / - (\d+):(\d+)$/.test(message)
    ? (/^(.*) - (\d+):(\d+)$/s.exec(message) ?? [])
    : [];
  const missing = /^"(.*)" not defined in/.exec(what)?.[1];
  const said = missing === undefined ? what : `nothing is called '${missing}' here`;
  return line === undefined ? `: ${said}` : `:${line}:${Number(column) + 1}: ${said}`;
}

/** `post.html.hbs` → `.html.hbs`: a template sees the partials of its own format. */
function extension(name: string): string {
  return name.slice(name.indexOf('.'));
}

function functionOf(template: Template): TemplateFunction {
  if (template.kind === 'compiled') return template.run;
  const known = functions.get(template);
  if (known) return known;
  const made: TemplateFunction = Handlebars.template(template.spec as TemplateSpecification);
  functions.set(template, made);
  return made;
}
