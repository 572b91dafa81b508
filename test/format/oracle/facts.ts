import { type Cut, canonical, cut, sectionOf, surplus } from './cut.ts';

/** Addresses without the marks that may stand right behind one. */
const ADDRESS = /\bhttps?:\/\/[\w./?=&%#~+:-]+/gi;
/** Words of any script with spaces; a Han or kana character is one by itself, since lines of them may be joined. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a])[\p{L}\p{N}\p{M}])+/gu;
/** What stands before the text of a line: quote marks, list markers, the mark of a task. */
const MARKERS = /^(?:[ \t>]|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[[ xX]\](?=[ \t]))+/gm;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$|^ {0,3}(\S.*)\n {0,3}(?:=+|-+)[ \t]*$/gm;
/** A key at the left margin. */
const KEY = /^(?:\? )?(["']?)([^\s"'#&*!|>%@`[\]{},:-][^\n"':#]*?)\1[ \t]*(?=:(?:\s|$))/gm;

/** A key whose value is none; one that may be filled from the text loses the word for it. */
const NOTHING = /^(["']?)([^\s"':]+)\1[ \t]*:[ \t]+(?:null|Null|NULL)(?=[ \t]*(?:#.*)?$)/gm;
const MAY_BE_FILLED: readonly string[] = ['headline', 'source'];

/** The words and addresses of a note that nobody may lose. */
export interface Facts {
  readonly words: readonly string[];
  readonly addresses: readonly string[];
}

/** List markers, the names of keys and the headings of sections are shape, and may change; every other word is content. */
export function factsOf(text: string): Facts {
  const { yaml = '', body }: Cut = cut(text);
  // The name of a blank is no word; whether the blank is there, the HTML says.
  const content = [
    yaml
      .replace(NOTHING, (whole, _, key: string) => (MAY_BE_FILLED.includes(canonical(key)) ? `${key}:` : whole))
      .replace(KEY, (whole, _, key: string) => (canonical(key) === key ? whole : '')),
    body
      .replace(HEADING, (whole: string, atx?: string, setext?: string) =>
        sectionOf((atx ?? setext ?? '').replace(/[*_]+/g, '')) === undefined ? whole : '',
      )
      .replace(MARKERS, '')
      .replaceAll('&nbsp;', ' '),
  ].join('\n');
  // An underscore behind an address may be the end of emphasis, and a star then.
  const addresses = (content.match(ADDRESS) ?? [])
    .map((address) => address.replace(/_+$/, ''))
    .filter((address) => !address.endsWith('//'));
  return { words: wordsOf(content), addresses };
}

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** What of a text's words and addresses is missing in another text. The words of lines that `moved` were looked at already. */
export function lostFacts(before: string, after: string, moved: readonly string[]): string[] {
  const was = factsOf(before);
  const is = factsOf(after);
  // What is a list marker in one text may be a word at the start of a line in the other.
  const markers = cut(after).body.match(MARKERS) ?? [];
  const kept = [...is.words, ...markers.flatMap(wordsOf), ...moved.flatMap(wordsOf)];
  return [
    ...surplus(was.words, kept).map((word) => `lost word: ${word}`),
    ...surplus(was.addresses, is.addresses).map((address) => `lost address: ${address}`),
  ];
}
