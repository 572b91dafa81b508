import { parse } from 'discord-markdown-parser';

/** A node of the judge: text, or something with nodes in it. */
interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly name?: string;
  readonly items?: readonly (readonly Node[])[];
}

/** What Discord's readers see. */
interface Read {
  readonly text: string;
  readonly links: readonly string[];
  /** The types of formatting, with the text of each: `strong a`. */
  readonly formatting: readonly string[];
}

/** Nodes of the judge that are no formatting. */
const PLAIN = ['text', 'br', 'newline', 'twemoji', 'emoticon'];

/** Reads a Markdown text as Discord does in an embed. */
export function readDiscord(markdown: string): Read {
  const links: string[] = [];
  const formatting: string[] = [];
  const textOf = (nodes: Node['content']): string => {
    if (nodes === undefined) return '';
    if (typeof nodes === 'string') return nodes;
    return nodes.map(read).join('');
  };
  const read = (node: Node): string => {
    const { type, content, target, name, items } = node;
    if (type === 'br' || type === 'newline') return '\n';
    if (type === 'twemoji') return name ?? '';
    const text = items ? items.map(textOf).join('\n') : textOf(content);
    if (target !== undefined) links.push(target);
    if (!PLAIN.includes(type)) formatting.push(`${type} ${text}`);
    return /^(?:blockQuote|heading|codeBlock|list)$/.test(type) ? `${text}\n` : text;
  };
  return { text: textOf(parse(markdown, 'extended') as readonly Node[]), links, formatting };
}
