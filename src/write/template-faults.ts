/** What is wrong with a template of the user's; line and column from 1. */
export interface TemplateProblem {
  readonly message: string;
  readonly advice?: string;
  readonly line: number;
  readonly column: number;
}

interface Fault {
  readonly message: string;
  readonly advice?: string;
  /** UTF-16, into the template. */
  readonly at: number;
}

/** What Handlebars cannot parse, in a writer's words: its own are the names of its tokens. */
export function parseFault(text: string, error: unknown): TemplateProblem {
  const fault = tagFault(text) ?? otherFault(text, error instanceof Error ? error.message : String(error));
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
function tagFault(text: string): Fault | undefined {
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
function blockFault(tag: string, at: number, open: Tag[]): Fault | undefined {
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

function otherFault(text: string, message: string): Fault {
  const line = Number(/ on line (\d+)| - (\d+):/.exec(message)?.slice(1).find(Boolean) ?? 1);
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = text.indexOf('\n', start) + 1;
  const tag = text.indexOf('{{', start);
  const got = /got '(\w+)'/.exec(message)?.[1];
  const said = got?.startsWith('INVERSE')
    ? '{{else}} belongs once into a block'
    : 'what is in these braces makes no sense';
  const expression = `${said}: the template cannot be parsed`;
  return { message: expression, at: tag === -1 ? start : tag };
}
