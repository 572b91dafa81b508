import { ALERTS } from '../../model/alerts.ts';
import { type KeyType, keyEntries } from '../../model/keys.ts';
import { didYouMean } from '../../model/nearest.ts';
import { CHANNELS } from '../channels/names.ts';

/** What a template finds under a name: text or nothing, a list, or an object. An object without fields may have any. */
export type TemplateSchema =
  | 'text'
  | { readonly each: TemplateSchema }
  | { readonly fields: Readonly<Record<string, TemplateSchema>> };

const texts = (...names: string[]): Record<string, TemplateSchema> =>
  Object.fromEntries(names.map((name) => [name, 'text' as const]));

const part: TemplateSchema = { fields: { part: 'text', scope: { fields: {} } } };

/** The value of a front matter key in a template, by the type of the key. */
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
  image: { fields: texts('url', 'alt', 'credit', 'caption', 'width', 'height') },
  approval: { fields: texts('by', 'at', 'hash') },
  corrections: { each: { fields: texts('date', 'time', 'text') } },
};

/** Everything that a template of any format can see. `createContext` and `createHtmlContext` make it. */
export const CONTEXT = {
  fields: {
    ...Object.fromEntries(
      keyEntries().flatMap(([key, { type, isPrinted }]) => (isPrinted === false ? [] : [[key, BY_TYPE[type]]])),
    ),
    ...texts(
      'body',
      'attribution',
      'picture',
      'fragment',
      'canonical',
      'jsonLd',
      'home',
      'authors',
      'signed',
      'direction',
      'isDraft',
      'isWithdrawn',
    ),
    phrases: { each: 'text' },
    insight: { each: { fields: texts('part', 'prose') } },
    laws: { each: 'text' },
    law: { fields: texts('number', 'text') },
    sections: { each: { fields: texts('id', 'heading', 'prose') } },
    newest: { each: { fields: texts('date', 'time', 'text') } },
    footnotes: { each: { fields: texts('label', 'number', 'prose', 'anchor') } },
    labels: {
      fields: {
        ...texts(
          'source',
          'insight',
          'laws',
          'correction',
          'image',
          'credit',
          'updated',
          'draft',
          'withdrawn',
          'code',
          'table',
          'struck',
          'footnotes',
          'back',
        ),
        ...texts('colon', 'semicolon', 'comma', 'open', 'close', 'by', 'and'),
        insight_by: { fields: texts('human', 'ai', 'mixed') },
        alerts: { fields: texts(...ALERTS) },
      },
    },
    house: { fields: { ...texts('name', 'lang'), publisher: { fields: texts('name', 'url', 'logo') } } },
    parts: { each: part },
    layout: { each: part },
    channel: { fields: texts(...CHANNELS) },
    meta: { each: { fields: texts('attribute', 'name', 'content') } },
    anchors: { fields: texts('corrections', 'footnotes', 'insight', 'laws') },
    times: { fields: texts('date', 'updated') },
  },
} as const satisfies TemplateSchema;

/** Everything that the template of the index page can see, and a partial. `writeIndex` makes it. */
export const INDEX_CONTEXT: TemplateSchema = {
  fields: {
    ...CONTEXT.fields,
    stories: {
      each: {
        fields: {
          ...texts('url', 'headline', 'summary', 'section', 'date', 'lang', 'direction'),
          phrases: { each: 'text' },
          image: BY_TYPE.image,
        },
      },
    },
    feeds: { each: { fields: texts('url', 'type') } },
  },
};

/** Every name in a template. The scope of a part `section` has `anchor`, and a list has `length`. */
const TEMPLATE_NAMES: ReadonlySet<string> = new Set([...namesIn(INDEX_CONTEXT), 'anchor', 'length']);

function namesIn(schema: TemplateSchema): readonly string[] {
  if (schema === 'text') return [];
  if ('each' in schema) return namesIn(schema.each);
  return Object.entries(schema.fields).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

/** Whether a name belongs to the story, so that a template finds it in `@root`. */
export function isOfStory(name: string): boolean {
  return lookUp(CONTEXT, [name]).schema !== undefined;
}

/** What is wrong with a name, and what to write instead. */
export interface NameFault {
  readonly message: string;
  readonly advice: string;
}

/**
 * Follows a path from `schema`. Returns what is there, a fault if nothing can be there, or neither if only the run of the
 * template can tell.
 * @param root `@root` if the path starts there.
 */
export function lookUp(
  schema: TemplateSchema | undefined,
  path: readonly string[],
  root = '',
): { readonly schema?: TemplateSchema | undefined; readonly fault?: NameFault } {
  let found = schema;
  let parent = root;
  for (const name of path) {
    const next = fieldOf(found, name);
    if (next === 'missing') return { fault: missing(found, name, parent || 'this') };
    found = next;
    parent = parent === '' ? name : `${parent}.${name}`;
  }
  return { schema: found };
}

function fieldOf(schema: TemplateSchema | undefined, name: string): TemplateSchema | undefined | 'missing' {
  if (schema === 'text') return 'missing';
  if (schema !== undefined && 'each' in schema)
    return name === 'length' ? 'text' : /^\d+$/.test(name) ? schema.each : 'missing';
  if (schema !== undefined && !isOpen(schema))
    return Object.hasOwn(schema.fields, name) ? schema.fields[name] : 'missing';
  return TEMPLATE_NAMES.has(name) || /^\d+$/.test(name) ? undefined : 'missing';
}

/** The scope of a part, which is the story or a section. */
function isOpen(schema: { readonly fields: Readonly<Record<string, TemplateSchema>> }): boolean {
  return Object.keys(schema.fields).length === 0;
}

function missing(schema: TemplateSchema | undefined, name: string, parent: string): NameFault {
  if (schema === 'text') {
    const advice = isOfStory(name) && parent === 'this' ? `Write {{@root.${name}}}.` : `Write {{${parent}}}.`;
    return { message: `'${parent}' is text and has no '${name}'`, advice };
  }
  if (schema !== undefined && 'each' in schema)
    return { message: `'${parent}' is a list and has no '${name}'`, advice: howToPrint(parent, schema) };
  const names = schema === undefined || isOpen(schema) ? [...TEMPLATE_NAMES] : Object.keys(schema.fields);
  if (schema === undefined || schema === CONTEXT || schema === INDEX_CONTEXT || isOpen(schema)) {
    const advice = didYouMean(name, names, 'Use a name from the JSON format.');
    return { message: `unknown name '${name}'`, advice };
  }
  const otherwise = isOfStory(name) ? `Write {{@root.${name}}}.` : `Use one of ${names.join(', ')}.`;
  return { message: `'${parent}' has no '${name}'`, advice: didYouMean(name, names, otherwise) };
}

/** What to write instead of the name of a list or an object. */
export function howToPrint(path: string, schema: Exclude<TemplateSchema, 'text'>): string {
  if (path === 'source') return 'Write {{#each source}}{{name}}{{/each}}, or {{attribution}}.';
  if (path === 'image') return 'Write {{image.url}}, or {{picture}}.';
  if ('fields' in schema) {
    if (isOpen(schema)) return 'Pass it to a partial: {{> (lookup . "part") scope}}.';
    const [first = ''] = Object.keys(schema.fields);
    return `Write one of its fields, such as {{${path}.${first}}}.`;
  }
  const names = typeof schema.each === 'object' && 'fields' in schema.each ? Object.keys(schema.each.fields) : [];
  const name = names.find((one) => one === 'prose' || one === 'text') ?? names[0] ?? 'this';
  return `Write {{#each ${path}}}{{${name}}}{{/each}}.`;
}
