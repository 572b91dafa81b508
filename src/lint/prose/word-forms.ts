import type { English } from './english.ts';

/** Prefixes that form new words freely: `cyberattack`, `microplastics`. */
const PREFIX =
  /^(?:re|un|pre|sub|multi|micro|cyber|anti|non|de|over|under|co|inter|bio|geo|crypto|cross|auto|super|hyper|meta|mini|mega|nano|eco|tele|trans|ultra|out|proto|pseudo|semi|counter|dis|mis|bi|tri|uni|poly|photo|electro|hydro|neuro|psycho|socio|macro|mono|intra|extra|infra|e)(?=[a-z]{3})/;

/** Suffixes that form new words freely, with what the noun or verb may end in without them. */
const SUFFIXES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:less|ness|wise|like|abilit(?:y|ies)|isms?|ists?|ish|ships?|hood|dom|wards?|proof|free|ware)$/, ['', 'e']],
  [/i(?:er|est|ly|ness)$/, ['y']],
  // The e of `notice` and `manage` stays: `noticeable`.
  [/abl[ey]$/, ['']],
  [/(?<![cg])abl[ey]$/, ['e']],
  [/s$|(?<=[sxzo]|[cs]h)es$/, ['']],
  [/(?:er|or|ee)s?$/, ['', 'e']],
  [/in$/, ['ing']],
  [/(?<=ive|al|ed|ful|ing|ous)ly$/, ['']],
  [/i[sz](?:e[sdr]?|ing|able|ations?)$/, ['', 'e', 'y']],
];

/** Whether a word that no dictionary has is formed of words that one has: `codebase`, `cyberattack`, `scalable`. */
export function isFormed(word: string, english: English): boolean {
  return isCompound(word, english) || isDerived(word, english);
}

function isCompound(word: string, english: English): boolean {
  const isCommon = (part: string): boolean => {
    const entry = english.find(part);
    return entry !== undefined && entry.variant !== 'name' && entry.band < (part.length === 3 ? 1 : 2);
  };
  for (let at = 3; at <= word.length - 3; at++)
    if (isCommon(word.slice(0, at)) && isCommon(word.slice(at))) return true;
  return false;
}

/** Whether a word is another with a prefix or suffix that forms new words: `cyberattack`, `scalable`. */
export function isDerived(word: string, english: English): boolean {
  const prefix = PREFIX.exec(word)?.[0];
  if (prefix !== undefined && english.has(word.slice(prefix.length))) return true;
  return SUFFIXES.some(([suffix, endings]) => {
    const stem = word.replace(suffix, '');
    return stem !== word && stem.length >= 3 && endings.some((ending) => isWord(stem + ending, english));
  });
}

/**
 * Whether a word looks like a verb with an ending, which a writer may have formed: `siloed`, `setter`. It may also have the
 * wrong number of consonants: `commited`.
 */
export function isInflected(word: string, english: English): boolean {
  const [, stem = ''] = /^([a-z]{2,}?)(?:ed|ing|ers?|ors?|in)$/.exec(word) ?? [];
  const single = stem.charAt(stem.length - 1) === stem.charAt(stem.length - 2) ? stem.slice(0, -1) : stem;
  return [stem, `${stem}e`, single].some((form) => form.length >= 3 && isWord(form, english));
}

/** Whether the dictionary has a word that is no name. */
function isWord(word: string, english: English): boolean {
  const entry = english.find(word);
  return entry !== undefined && entry.variant !== 'name';
}
