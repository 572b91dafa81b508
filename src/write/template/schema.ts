import { type KeyType, keyEntries } from '../../model/keys.ts';

/** What a template finds under a name: text (or nothing), a list, an object. */
export type TemplateSchema =
  | 'text'
  | { readonly each: TemplateSchema }
  | { readonly fields: Readonly<Record<string, TemplateSchema>> };

const texts = (...names: string[]): Record<string, TemplateSchema> =>
  Object.fromEntries(names.map((name) => [name, 'text' as const]));

const part: TemplateSchema = { fields: { part: 'text', scope: { fields: {} } } };

/** What a template sees of a front matter value, by the type of its key. */
const BY_TYPE: Readonly<Record<KeyType, TemplateSchema>> = {
  text: 'text',
  slug: 'text',
  uri: 'text',
  url: 'text',
  language: 'text',
  instant: 'text',
  embargo: 'text',
  status: 'text',
  'insight-author': 'text',
  names: { each: 'text' },
  source: { each: { fields: texts('name', 'url', 'date') } },
  image: { fields: texts('url', 'alt', 'credit', 'caption') },
  corrections: { each: { fields: texts('date', 'day', 'time', 'text') } },
};

/** Everything that a template of any format sees: `createContext` and `createHtmlContext` make it. */
export const CONTEXT: TemplateSchema = {
  fields: {
    ...Object.fromEntries(
      keyEntries().flatMap(([key, { type, isPrinted }]) => (isPrinted === false ? [] : [[key, BY_TYPE[type]]])),
    ),
    ...texts('body', 'attribution', 'picture', 'fragment', 'canonical', 'jsonLd', 'signed'),
    insight: { each: { fields: texts('part', 'prose') } },
    laws: { each: 'text' },
    sections: { each: { fields: texts('id', 'heading', 'prose') } },
    labels: {
      fields: {
        ...texts('source', 'insight', 'laws', 'correction', 'image', 'credit', 'updated'),
        ...texts('colon', 'semicolon', 'comma', 'open', 'close'),
        insight_by: { fields: texts('human', 'ai', 'mixed') },
      },
    },
    house: { fields: { ...texts('name', 'lang'), publisher: { fields: texts('name', 'url', 'logo') } } },
    parts: { each: part },
    layout: { each: part },
    meta: { each: { fields: texts('attribute', 'name', 'content') } },
    anchors: { fields: texts('corrections', 'insight', 'laws') },
    times: { fields: texts('date', 'updated') },
  },
};

/** Every name that a template may use somewhere. `anchor` is in the scope of a part `section`. */
export const TEMPLATE_NAMES: ReadonlySet<string> = new Set([...namesIn(CONTEXT), 'anchor', 'length']);

/** Whether a name is one of the story's own, that is, of `@root`. */
export function isOfStory(name: string): boolean {
  return schemaAt(CONTEXT, [name]) !== undefined;
}

function namesIn(schema: TemplateSchema): readonly string[] {
  if (schema === 'text') return [];
  if ('each' in schema) return namesIn(schema.each);
  return Object.entries(schema.fields).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

/** What is under a path from `shape` on, or undefined where that cannot be known before the template runs. */
export function schemaAt(schema: TemplateSchema | undefined, path: readonly string[]): TemplateSchema | undefined {
  let found = schema;
  for (const name of path) {
    if (found === undefined || found === 'text') return undefined;
    if ('each' in found) found = name === 'length' ? 'text' : /^\d+$/.test(name) ? found.each : undefined;
    else found = Object.hasOwn(found.fields, name) ? found.fields[name] : undefined;
  }
  return found;
}

/**
 * A name on a path that is looked up in a text, or in a list, which have none; with what to write instead.
 * @param root what stands before the path: `@root.`, or nothing.
 */
export function dead(
  schema: TemplateSchema | undefined,
  path: readonly string[],
  root: string,
): { message: string; advice: string } | undefined {
  const passed: string[] = [];
  for (const name of path) {
    const found = schemaAt(schema, passed);
    const here = passed.length === 0 ? 'this' : root + passed.join('.');
    if (found === undefined) return undefined;
    if (found === 'text') {
      const advice = passed.length === 0 && isOfStory(name) ? `Write {{@root.${name}}}.` : `Write {{${here}}}.`;
      return { message: `${here} is text, and has no '${name}'`, advice };
    }
    if ('each' in found && name !== 'length' && !/^\d+$/.test(name))
      return { message: `${here} is a list, and has no '${name}'`, advice: howToPrint(here, found) };
    passed.push(name);
  }
  return undefined;
}

/** What to write in place of a name that is a list or an object. */
export function howToPrint(path: string, shape: Exclude<TemplateSchema, 'text'>): string {
  if (path === 'source') return 'Write {{#each source}}{{name}}{{/each}}, or {{attribution}}.';
  if (path === 'image') return 'Write {{image.url}}, or {{picture}}.';
  if ('fields' in shape && Object.keys(shape.fields).length === 0)
    return 'Hand it to a partial: {{> (lookup . "part") scope}}.';
  if ('fields' in shape)
    return `Write ${Object.keys(shape.fields)
      .slice(0, 3)
      .map((name) => `{{${path}.${name}}}`)
      .join(' or ')}.`;
  const names = shape.each === 'text' || 'each' in shape.each ? ['this'] : Object.keys(shape.each.fields);
  const name = names.find((one) => one === 'prose' || one === 'text') ?? names[0];
  return `Write {{#each ${path}}}{{${name}}}{{/each}}.`;
}
