/** What is wrong with a template of the user's; line and column from 1. */
export interface TemplateProblem {
  readonly message: string;
  readonly advice?: string;
  readonly line: number;
  readonly column: number;
}

interface TemplateFault {
  readonly message: string;
  readonly advice?: string;
  /** UTF-16, into the template. */
  readonly at: number;
}

/**
 * What Handlebars cannot parse, in a writer's words: its own are the names of its tokens.
 * @param canParse whether it can parse another text.
 */
export function parseFault(text: string, canParse: (text: string) => boolean): TemplateProblem {
  const fault = tagFault(text) ?? otherFault(text, canParse);
  const before = text.slice(0, fault.at).split('\n');
  const { message, advice } = fault;
  const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return { message, ...(advice === undefined ? {} : { advice }), ...place };
}

interface Tag {
  /** `if` of `{{#if headline}}`. */
  readonly name: string;
  /** As it is written: `{{#if`, `{{#*inline`. */
  readonly opening: string;
  readonly at: number;
}

/** The first tag that is not closed, or the first block. */
function tagFault(text: string): TemplateFault | undefined {
  const open: Tag[] = [];
  for (let at = text.indexOf('{{'); at !== -1; ) {
    if (text[at - 1] === '\\') {
      at = text.indexOf('{{', at + 2);
      continue;
    }
    const close = closing(text, at);
    const end = text.indexOf(close, at + 2);
    const next = text.indexOf('{{', at + (text[at + 2] === '{' ? 3 : 2));
    if (end === -1 || (next !== -1 && next < end && text[at + 2] !== '!'))
      return { message: `this ${text.slice(at, at + 2)} is never closed`, advice: `Write ${close} at its end.`, at };
    const fault = blockFault(text.slice(at + 2, end), at, open);
    if (fault) return fault;
    at = text.indexOf('{{', end + close.length);
  }
  const last = open.at(-1);
  if (!last) return undefined;
  return {
    message: `the block ${last.opening}}} is never closed`,
    advice: `Write {{/${last.name}}} where it ends.`,
    at: last.at,
  };
}

function closing(text: string, at: number): string {
  if (text.startsWith('{{!--', at)) return '--}}';
  return text[at + 2] === '{' && text[at + 3] !== '{' ? '}}}' : '}}';
}

/** Opens or closes a block with the tag that starts at `at`; what closes another block, or none, is a fault. */
function blockFault(tag: string, at: number, open: Tag[]): TemplateFault | undefined {
  const [, kind, mark = '', name = ''] = /^~?([#^/])([*>]?)\s*"?([^\s"}~|]*)/.exec(tag) ?? [];
  if (kind === undefined || name === '') return undefined;
  if (kind !== '/') {
    open.push({ name, opening: `{{${kind}${mark}${mark === '>' ? ' ' : ''}${name}`, at });
    return undefined;
  }
  const block = open.pop();
  if (!block) return { message: `{{/${name}}} closes nothing`, at };
  if (block.name === name) return undefined;
  const advice = `Write {{/${block.name}}} where it ends.`;
  return { message: `the block ${block.opening}}} is closed by {{/${name}}}`, advice, at: block.at };
}

const EXAMPLES = 'Write a name, {{headline}}, a block, {{#if dek}}…{{/if}}, or a partial, {{> byline}}.';
/** `laws.0`, where Handlebars has `laws.[0]`. */
const NUMBERED = /(?<![\w.])[@.A-Za-z_][\w@./[\]-]*[./]\d[\w./[\]-]*/;
const ELSE = /^\{\{~?\s*(?:else\b|\^\s*~?\}\})/;

/** The first tag that cannot be parsed by itself; where each can, an `{{else}}` has no block. */
function otherFault(text: string, canParse: (text: string) => boolean): TemplateFault {
  const all = [...tags(text)];
  const wrong = all.find(({ tag }) => !ELSE.test(tag) && !canParse(alone(tag)));
  if (wrong) return wrongTag(wrong.tag, wrong.at);
  const message = `{{else}} belongs once into a block${UNPARSED}`;
  return { message, advice: 'Take it out.', at: strayElse(all) };
}

/** The first `{{else}}` outside of a block, or behind that of its block. */
function strayElse(all: Iterable<{ readonly at: number; readonly tag: string }>): number {
  const open: { hasElse: boolean }[] = [];
  for (const { at, tag } of all) {
    const block = open.at(-1);
    if (ELSE.test(tag)) {
      if (!block || block.hasElse) return at;
      block.hasElse = !/^\{\{~?\s*else\s+\w/.test(tag);
    } else if (/^\{\{~?[#^]/.test(tag)) open.push({ hasElse: false });
    else if (/^\{\{~?\//.test(tag)) open.pop();
  }
  return 0;
}

const UNPARSED = ': the template cannot be parsed';

function wrongTag(tag: string, at: number): TemplateFault {
  const path = NUMBERED.exec(tag);
  if (!path) return { message: `what is in these braces makes no sense${UNPARSED}`, advice: EXAMPLES, at };
  const right = path[0].replace(/(?<=[./])\d+(?=[./]|$)/g, '[$&]');
  const advice = `Write ${right}, with the number in square brackets.`;
  return { message: `${path[0]} is no name${UNPARSED}`, advice, at: at + path.index };
}

/** Every tag, with its braces, of a text in which each is closed. */
function* tags(text: string): Generator<{ readonly at: number; readonly tag: string }> {
  for (let at = text.indexOf('{{'); at !== -1; ) {
    const close = closing(text, at);
    const isEscaped = text[at - 1] === '\\';
    const end = isEscaped ? at + 2 : text.indexOf(close, at + 2) + close.length;
    if (!isEscaped) yield { at, tag: text.slice(at, end) };
    at = text.indexOf('{{', end);
  }
}

/** A tag with what it opens closed, and what it closes opened. */
function alone(tag: string): string {
  const [, kind, name = ''] = /^\{\{~?([#/])[*>]?\s*([^\s}~|]*)/.exec(tag) ?? [];
  if (kind === '/') return `{{#${name}}}${tag}`;
  return kind === undefined ? tag : `${tag}{{/${name}}}`;
}
