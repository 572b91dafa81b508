import { VERBATIM } from '../text/index.ts';
import { maskAddresses } from './addresses.ts';

const NAME = '[A-Za-z_$][\\w$]*';
const ARGUMENTS = '\\((?:[^()\\n]|\\([^()\\n]{0,80}\\)){0,300}\\)';
const LITERAL = `(?:"[^"\\n]{0,300}"|'[^'\\n]{0,300}'|“[^“”\\n]{0,300}”|‘[^‘’\\n]{0,300}’)`;

/** Text of a programming or markup language in prose, one construct a row. No row matches an English sentence. */
const CONSTRUCTS: readonly string[] = [
  // Code between backticks in a plain value, wiki links, templates, and the attribute lists of other Markdown dialects.
  '`[^`\\n]{1,300}`',
  '\\[\\[[^[\\]\\n]{1,300}\\]\\]',
  '\\{[{%][^{}\\n]{0,300}[}%]\\}',
  '\\{:? ?[.#][^{}\\n]{0,300}\\}',
  '\\{ ?[A-Za-z-]{1,40}=[^{}\\n]{0,300}\\}',
  // HTML tags: <strong>, </strong>, <a href="…">.
  '</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\\s[^<>\\n]{0,300})?/?>',
  // MkDocs: ??? warning "Title"
  '^[?!]{3}\\+? [a-z]+(?: "[^"\\n]{0,300}")?',
  // Arrows: <--, < --, -->, -- >
  '<[ ]?-{1,3}(?![\\w-])|(?<![\\w-])-{1,3}[ ]?>',
  // type="file", x = "a"; ALT="" is empty.
  `\\b${NAME}(?:[.:-]${NAME}){0,8}[ ]?={1,3}[ ]?${LITERAL}`,
  '\\b[A-Za-z][\\w-]{0,40}=[“”]{2}',
  // request.Header["Authorization"]
  `\\b${NAME}(?:\\.${NAME}){0,8}\\[(?:"[\\w-]{1,60}"|'[\\w-]{1,60}')\\]`,
  // Buffer.alloc(1, "a"), Self::foo(..), get_name(x), main(), print("a")
  `\\b${NAME}(?:(?:\\.|::|->)${NAME}){1,8}${ARGUMENTS};?`,
  `\\b[A-Za-z$]\\w{0,40}_\\w{0,40}${ARGUMENTS};?`,
  `\\b${NAME}\\(\\);?`,
  `\\b[a-z_$][\\w$]{0,40}(?=\\((?:["'\\d]|\\.\\.))${ARGUMENTS};?`,
  // 'schema'.'table', "user_id", 'std::io', and a quoted emoji
  `'[\\w-]{1,40}'(?:\\.'[\\w-]{1,40}')+|"[\\w-]{1,40}"(?:\\."[\\w-]{1,40}")+`,
  `(?<![\\w])(?<literal>['"])[\\w$.:-]{0,40}(?:\\w_|_\\w|::)[\\w$.:-]{0,40}\\k<literal>(?!\\w)`,
  `(?<![\\w])(?<emoji>['"])(?:[\\u2190-\\u2bff\\ufe0f\\u200d]|[\\ud83c-\\ud83e][\\udc00-\\udfff]){1,12}\\k<emoji>(?!\\w)`,
  // --flag, --flag=value, /var/run, ./a, ../a/b, ~/a, C:\a
  `(?:(?<![^\\s(])|(?<=(?:^|[\\s(])['"‘“]))--[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:=(?:${LITERAL}|[^\\s'"]+))?`,
  '(?<![^\\s([\'"‘“])(?:~|\\.{1,2})?/[A-Za-z_.][\\w.*-]*(?:/[\\w.*-]+)+/?|(?<![^\\s([\'"‘“])(?:~|\\.{1,2})/[\\w.*-]+',
  '\\b[A-Za-z]:\\\\[\\w.\\\\-]+',
];
const CODE = new RegExp(CONSTRUCTS.join('|'), 'gm');

/** Every construct has one of these, so that most texts cost one search. */
const HINT = /[`[{<=(_/\\]|--|->|^[?!]{3}|:\/\/|['"](?:\.['"]|[\u2190-\u2bff\ud83c-\ud83e])|::/m;

/**
 * Masks what is not prose: code-like text, then URLs and e-mail addresses. The mask has the same length, so offsets stay.
 * Typography and the rules look at the masked text, so that neither changes a character of what it covers.
 */
export function maskCodeLike(text: string): string {
  if (!HINT.test(text)) return maskAddresses(text);
  return maskAddresses(text.replace(CODE, (found) => VERBATIM.repeat(found.length)));
}
