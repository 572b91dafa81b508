import { encodeBase64 } from './body.ts';

/* The header fields of a message, RFC 5322 and RFC 2047. */

/** A line of a header is shorter than this, unless a word is longer. */
const WIDTH = 76;

/** The bytes of an encoded word, so that one fits on a line with the longest name of a field. */
const ENCODED_BYTES = 39;

/** A field with free text, such as the subject: folded, and encoded if it is not ASCII. */
export function textField(name: string, text: string): string {
  const value = text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  // A reader would take `=?` for the start of an encoded word, and no line can be longer than 998 characters.
  if (/^[\x20-\x7e]*$/.test(value) && !value.includes('=?') && !/[^ ]{900}/.test(value))
    return folded(name, value.split(' '));
  return folded(name, encodedWords(value));
}

/** A field with a value of the message itself, such as its type. */
export function field(name: string, value: string): string {
  return `${name}: ${value}`;
}

function folded(name: string, words: readonly string[]): string {
  let field = `${name}:`;
  let width = field.length;
  for (const word of words) {
    const isLong = width + 1 + word.length > WIDTH && width > name.length + 1;
    field += isLong ? `\r\n ${word}` : ` ${word}`;
    width = isLong ? word.length + 1 : width + 1 + word.length;
  }
  return field;
}

/** Encoded words, each with whole characters. A reader joins them without the space between. */
function encodedWords(text: string): readonly string[] {
  const encoder = new TextEncoder();
  const words: string[] = [];
  let bytes: number[] = [];
  const close = (): void => {
    if (bytes.length > 0) words.push(`=?UTF-8?B?${encodeBase64(Uint8Array.from(bytes))}?=`);
    bytes = [];
  };
  for (const character of text) {
    const more = encoder.encode(character);
    if (bytes.length + more.length > ENCODED_BYTES) close();
    bytes.push(...more);
  }
  close();
  return words;
}

/** The characters of an atom, RFC 5322. Any other is percent-encoded. */
const NOT_ATOM = /[^A-Za-z0-9!#$&'*+/=?^_`{|}~.-]+|^\.|\.(?=\.|$)/g;

/**
 * The id of a message about a story: its URI and its language, at the host of the URI. A URI without a host is at `uri.arpa`,
 * the domain of the schemes of URIs. Undefined for what is no URI.
 */
export function messageId(uri: string, lang: string): string | undefined {
  const [, scheme = '', rest = ''] = /^([a-z][a-z\d+.-]*):(.+)$/is.exec(uri) ?? [];
  if (rest === '' || !/^[\w-]+$/.test(lang)) return undefined;
  const left = uri.toWellFormed().replace(NOT_ATOM, encode);
  const domain = hostOf(scheme.toLowerCase(), rest) ?? `${scheme.replaceAll('.', '-')}.uri.arpa`;
  return `<${left}.${lang}@${domain.toLowerCase()}>`;
}

const HOST = /^(?:[^/?#@,]*@)?((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*)(?=[:/?#,]|$)/i;

/** The host after `//`, and in `tag:news.example,2026:story`. */
function hostOf(scheme: string, rest: string): string | undefined {
  if (rest.startsWith('//')) return HOST.exec(rest.slice(2))?.[1];
  return scheme === 'tag' ? HOST.exec(rest)?.[1] : undefined;
}

function encode(text: string): string {
  return text === '.'
    ? '%2E'
    : encodeURIComponent(text).replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
