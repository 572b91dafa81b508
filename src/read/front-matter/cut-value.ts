import type { Problem } from '../../model/diagnostic.ts';
import { canonicalKey } from '../../model/keys.ts';
import { type Span, span } from '../../text/index.ts';

const BLOCK_SCALAR = /^[ \t]*(?:- +)?([^\s:#][^:#\n]*?)[ \t]*:[ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$/;
const KEY = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*:(?:[ \t]|$)/u;
const FENCE = /^---[ \t]*$/m;

/**
 * A problem if a line `---` inside a block value (`|` or `>`) closes the front matter too early. This is certain only if
 * everything up to another `---` is indented text of the value or keys of a note.
 */
export function findCutValue(text: string, whole: Span, content: Span): Problem | undefined {
  const key = lastBlockScalar(text.slice(content.start, content.end));
  if (key === undefined) return undefined;
  const rest = text.slice(whole.end);
  const fence = FENCE.exec(rest);
  if (!fence || !goesOn(rest.slice(0, fence.index))) return undefined;
  return {
    rule: 'front-matter-fence',
    message: `this line ends the front matter inside '${key}'`,
    advice: `Indent it like the text of '${key}', or remove it.`,
    span: span(content.end, content.end + 3),
  };
}

function goesOn(rest: string): boolean {
  const lines = rest.split('\n').slice(0, -1);
  let hasKey = false;
  for (const line of lines) {
    if (line.trim() === '' || /^[ \t]/.test(line)) continue;
    if (canonicalKey(KEY.exec(line)?.[1] ?? '') === undefined) return false;
    hasKey = true;
  }
  return hasKey || /^[ \t]+\S/.test(lines[0] ?? '');
}

/** The key of the block value (`|` or `>`) at the end of a YAML text. */
function lastBlockScalar(yaml: string): string | undefined {
  for (let end = yaml.length; end > 0; ) {
    const start = yaml.lastIndexOf('\n', end - 1) + 1;
    const line = yaml.slice(start, end);
    const key = BLOCK_SCALAR.exec(line)?.[1];
    if (key !== undefined || /^[^\s#]/.test(line)) return key;
    end = start - 1;
  }
  return undefined;
}
