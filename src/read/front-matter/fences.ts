import type { Problem } from '../../model/diagnostic.ts';
import { canonicalKey } from '../../model/keys.ts';
import { type Span, span } from '../../text/index.ts';

export type Fences =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** `whole` ends after the line break of the closing fence; `content` is the YAML between the fences. */
  | { readonly kind: 'found'; readonly whole: Span; readonly content: Span };

const OPENER = /^---[ \t]*(yaml)?[ \t]*(?:\n|$)/;
const CLOSER = /^---[ \t]*$/m;
const KEY_LINE = /^["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*:(?:[ \t]|$)/mu;

/**
 * The fences of the front matter. They are checked before gray-matter reads the text, because it runs `---js` as code,
 * reads a note with an unclosed fence as data only, and ignores `----`.
 */
export function findFences(text: string): Fences {
  if (text.charCodeAt(0) === 0xfeff) {
    return problem(0, 1, 'second byte order mark before the text', 'Remove it.');
  }
  const opener = OPENER.exec(text);
  if (!opener) return withoutFence(text);
  const start = opener[0].length;
  const closer = CLOSER.exec(text.slice(start));
  if (!closer) return unclosed(text, start);
  const end = start + closer.index;
  const after = end + closer[0].length;
  const whole = span(0, Math.min(after + 1, text.length));
  const content = span(start, end);
  return cutValue(text, whole, content) ?? { kind: 'found', whole, content };
}

function withoutFence(text: string): Fences {
  const end = text.indexOf('\n');
  const line = end === -1 ? text : text.slice(0, end);
  const other = OTHER_FENCES[line.trimEnd()];
  if (other !== undefined) {
    const message = `unsupported front matter language '${other}'`;
    return problem(0, line.length, message, "Write YAML, such as 'headline: …', between two '---' lines.");
  }
  const next = text.slice(end + 1, end + 200).split('\n')[0] ?? '';
  if (/^[-\u2010-\u2015\u2212]{1,3}\s*$/.test(line) && !/^---/.test(line) && isKeyOfNote(next))
    return problem(0, line.length, `front matter fence is '${line.trim()}'`, "Use three hyphens: '---'.");
  if (/^---[^-]/.test(line)) {
    const language = line.slice(3).trim();
    return problem(
      0,
      line.length,
      `unsupported front matter language '${language}'`,
      "Write YAML between two '---' lines.",
    );
  }
  if (/^-{4,}\s*$/.test(line) && KEY_LINE.test(text.slice(end + 1, end + 200).split('\n')[0] ?? '')) {
    return problem(0, line.length, `front matter fence has ${line.trim().length} hyphens`, "Use three hyphens: '---'.");
  }
  const late = /^(?:[ \t]*\n)+---[ \t]*\n/.exec(text) ?? /^[ \t]+---[ \t]*\n/.exec(text);
  if (late && KEY_LINE.test(text.slice(late[0].length).split('\n')[0] ?? '')) {
    return problem(
      0,
      late[0].length - 1,
      'front matter does not start on the first line',
      "Remove everything before the '---' line.",
    );
  }
  return opensWithKeys(text) ?? { kind: 'none' };
}

/** The fences of Hugo and Jekyll for other languages. */
const OTHER_FENCES: Readonly<Record<string, string>> = { '+++': 'TOML', ';;;': 'JSON' };

function isKeyOfNote(line: string): boolean {
  return canonicalKey(NOTE_KEY.exec(line)?.[1] ?? '') !== undefined;
}

/** A problem if the text starts with two keys of a note, of which one is a headline or a source, and has no fence above them. */
function opensWithKeys(text: string): Fences | undefined {
  const lines = text.slice(0, 1000).split('\n');
  const end = lines.findIndex((line) => !isKeyOfNote(line));
  const keys = lines.slice(0, end).map((line) => NOTE_KEY.exec(line)?.[1] ?? '');
  if (keys.length < 2 || !keys.some((key) => key !== 'title' && /^(?:headline|source)$/.test(canonicalKey(key) ?? '')))
    return undefined;
  const line = lines[0] ?? '';
  return problem(
    0,
    line.length,
    'missing front matter fence',
    "Write '---' above the first key and below the last one.",
  );
}

function unclosed(text: string, start: number): Fences {
  const nearly = /^(?:-{4,}[ \t]*|---[^-\n].*|[ \t]+---[ \t]*|\.\.\.[ \t]*)$/m.exec(text.slice(start));
  if (nearly) {
    const at = start + nearly.index;
    const found = `'${nearly[0].trim()}' does not close the front matter`;
    return problem(at, at + nearly[0].length, found, "Close it with a line of three hyphens: '---'.");
  }
  return problem(0, 3, 'unclosed front matter', "Close it with a '---' line, or write '***' for a thematic break.");
}

const BLOCK_SCALAR = /^[ \t]*(?:- +)?([^\s:#](?:[^:#\n]*[^ \t:#\n])?)[ \t]*:[ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$/;
const NOTE_KEY = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*:(?:[ \t]|$)/u;

/**
 * A problem if a line `---` inside a block value (`|` or `>`) closes the front matter too early. This is certain only if
 * everything up to another `---` is indented text of the value or keys of a note.
 */
function cutValue(text: string, whole: Span, content: Span): Fences | undefined {
  const key = lastBlockScalar(text.slice(content.start, content.end));
  if (key === undefined) return undefined;
  const rest = text.slice(whole.end);
  const closer = CLOSER.exec(rest);
  if (!closer || !continues(rest.slice(0, closer.index))) return undefined;
  const message = `this line ends the front matter inside '${key}'`;
  return problem(content.end, content.end + 3, message, `Indent it like the text of '${key}', or remove it.`);
}

/** Whether a text continues the front matter: it is indented, or has keys of a note. */
function continues(rest: string): boolean {
  const lines = rest.split('\n').slice(0, -1);
  let hasKey = false;
  for (const line of lines) {
    if (line.trim() === '' || /^[ \t]/.test(line)) continue;
    if (canonicalKey(NOTE_KEY.exec(line)?.[1] ?? '') === undefined) return false;
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

function problem(start: number, end: number, message: string, advice: string): Fences {
  return { kind: 'problem', problem: { rule: 'front-matter-fence', message, advice, span: span(start, end) } };
}
