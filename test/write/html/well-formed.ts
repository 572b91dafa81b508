/** A start tag with its attributes, in document order; `depth` counts the elements around it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly depth: number;
  /** The text inside, decoded, without that of raw text elements. */
  text: string;
}

export interface Document {
  readonly elements: readonly Element[];
  readonly faults: readonly string[];
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);
const RAW = new Set(['script', 'style']);
/** What a `<p>` may not hold: a browser would close the paragraph before it. */
const BLOCKS = new Set(
  'article aside blockquote div figure h1 h2 h3 h4 h5 h6 header hr ol p pre section table ul'.split(' '),
);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*(?:="[^"<]*")?)*)\s*>|<!doctype html>|[^<]+|</gi;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/gi;
const REFERENCE = /&(?:(amp|lt|gt|quot)|#x?[\da-f]+);|&/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decode(text: string, faults: string[]): string {
  return text.replace(REFERENCE, (found, name?: string) => {
    if (name) return NAMED[name] ?? found;
    if (found === '&') {
      faults.push(`a bare & in ${JSON.stringify(text.slice(0, 60))}`);
      return found;
    }
    const code = found.slice(2, -1);
    return String.fromCodePoint(code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 10));
  });
}

/** Reads HTML more strictly than a browser would: every fault is something that we never mean to write. */
export function parseHtml(html: string): Document {
  const elements: Element[] = [];
  const faults: string[] = [];
  const open: Element[] = [];
  const ids = new Set<string>();
  const attributesOf = (source: string) => {
    const attributes = new Map<string, string>();
    for (const [, name = '', value = ''] of source.matchAll(ATTRIBUTE)) {
      if (attributes.has(name)) faults.push(`${name} twice`);
      attributes.set(name, decode(value, faults));
    }
    return attributes;
  };
  for (const [token, slash, name, source = ''] of html.matchAll(TAG)) {
    const raw = RAW.has(open.at(-1)?.name ?? '');
    if (raw && !(slash && name === open.at(-1)?.name)) {
      for (const element of open) if (RAW.has(element.name)) element.text += token;
    } else if (name === undefined) {
      if (token === '<') faults.push('a bare <');
      else if (!token.startsWith('<!')) {
        const text = decode(token, faults);
        for (const element of open) element.text += text;
      }
    } else if (slash) {
      const last = open.pop();
      if (last?.name !== name) faults.push(`</${name}> closes <${last?.name}>`);
    } else {
      const element = { name, attributes: attributesOf(source), depth: open.length, text: '' };
      const id = element.attributes.get('id');
      if (id !== undefined && ids.has(id)) faults.push(`id ${id} twice`);
      if (id !== undefined) ids.add(id);
      if (BLOCKS.has(name) && open.some((outer) => outer.name === 'p')) faults.push(`<${name}> in <p>`);
      if (name === 'a' && open.some((outer) => outer.name === 'a')) faults.push('<a> in <a>');
      elements.push(element);
      if (!VOID.has(name)) open.push(element);
    }
  }
  for (const { name } of open) faults.push(`<${name}> is not closed`);
  return { elements, faults };
}
