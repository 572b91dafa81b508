import type { NoteLinkDefinition } from '../../model/note.ts';
import { Places } from './places.ts';
import type { SourceBlock } from './source-block.ts';
import type { BlockNode } from './tree.ts';
import { unescapeText } from './unescape.ts';

/** `[label]: destination`, where a line end may follow the colon. Angle brackets are not part of the destination. */
const DEFINITION = /^ {0,3}\[(?:\\.|[^\\\]])+\]:[ \t]*\n?[ \t]*(?:<((?:\\.|[^<>\n\\])*)>|(\S+))/ds;

/** The definitions of links in a block, in the order of the text. Leaves out those that are not found in the source. */
export function linkDefinitionsIn(node: BlockNode, sourceBlock: SourceBlock): readonly NoteLinkDefinition[] {
  switch (node.type) {
    case 'definition':
      return definitionOf(node.raw, node.line, sourceBlock);
    case 'blockquote':
    case 'footnote':
      return node.blocks.flatMap((block) => linkDefinitionsIn(block, sourceBlock));
    case 'list':
      return node.items.flatMap(({ blocks }) => blocks.flatMap((block) => linkDefinitionsIn(block, sourceBlock)));
    default:
      return [];
  }
}

function definitionOf(raw: string, line: number, sourceBlock: SourceBlock): readonly NoteLinkDefinition[] {
  const found = DEFINITION.exec(raw);
  const written = found?.[1] ?? found?.[2];
  const [from, to] = found?.indices?.[1] ?? found?.indices?.[2] ?? [];
  if (from === undefined || to === undefined || written === undefined) return [];
  const place = Places.from(line, raw, sourceBlock).exactly(written, from, to);
  return place ? [{ href: unescapeText(written), span: place }] : [];
}
