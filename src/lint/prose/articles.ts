/*
 * Which article a word takes: `an` before a vowel sound, `a` before a consonant sound. Spelling decides for most words; the
 * lists hold the exceptions. Where usage differs (`a herb`, `an historic`, `a LED`), no article is wrong.
 */

/** Spelt with a vowel, spoken with a consonant: `a unique crane`, `a European`, `a one-way street`. */
const CONSONANT_SOUND =
  /^(?:eu(?!ler)|ew(?:e|ing)|one(?:s|self|ness|time|line|way|off)?(?![a-z])|once|one(?=drive|note)|oui|oaxac|ouag|u(?:ke|kr|kul|gand|rug|tah|til|top|ten|ter[iu]|tes?$|yg|ig[hu]|vul|biq|bis|nanim|ran(?:i|u)|re[at]|rin|rol|rog|s(?:a(?![a-z])|ab|ag|ai|e|in|u)|ni(?:[cfqtv]|dir|dim|l(?!l)|mod|on|p|s(?!su|ol)|x)))/i;
/** Spelt with a consonant, spoken with a vowel: `an hour`, `an honest deal`. A capital `Honor` is a brand. */
const SILENT_H = /^(?:[Hh]our|hon(?:est|or|our)|[Hh]eir)/;
/** Both articles are in use, or the sound is uncertain. */
const EITHER_WAY =
  /^(?:h(?:erb|omage|ist|otel|ero|abit|yster|allucin|eredit|ypo|yper|orr|armon|umble|umong|ilar|aute|ors[- ]?d)|eul(?!og)|u(?:tf|uid|dev|s(?:[^aeiouh]|$))|uyg|uig|ur[ai](?:l|s?(?:-|$))|y[^aeiou]|x|[^aeiouy]+$)|^(?:f[^aeioulry]|h[^aeiouy]|m[^aeiouyn]|l[^aeiouyl]|n[^aeiouyg]|r[^aeiouyh]|s[^aeiouyc-hk-nprqtvw])/i;

/** Function words. An article before one is another slip: a missing word, `and`, or the name of the letter. */
const FUNCTION_WORDS = new Set(
  (
    "and or is are am in of on at as if it its it's into also isn't aren't am an a i up out off over under us our any all " +
    'against among about above after around away again although unless until et est el il en un una ' +
    'then the that this these those there they them than to so was were we he she you your his her their him my me not nor ' +
    'with will would can could may might must shall should do did does had has have for from by but because when where which ' +
    'while who what how der die das den dem des du la le les los las de si van von'
  ).split(' '),
);

/** Letters whose names begin with a vowel sound: `an F`, `an SUV`. */
const VOWEL_NAMES = /^[AEFHILMNORSX]/i;
/** Acronyms with a vowel that are spelt out all the same. Without a vowel, every acronym is. */
const SPELT_OUT = new Set(
  'FAA FBI FDA FPGA HDMI HIV HMO IMF LAPD LCD LGBTQIA LOI MBA MC MD MOU MRI NBA NDA NGO NIH NSA NRA NPR NYPD RAF RNA ROI RSI SUV'.split(
    ' ',
  ),
);
/** Acronyms that are spoken as words. */
const SPOKEN = new Set('FEMA FIFA HIPAA MERS NAFTA NASA NASCAR NASDAQ NATO RAM SARS STEM SWAT'.split(' '));
/** Acronyms that some spell out and others do not. */
const UNCERTAIN = new Set('SQL SWF'.split(' '));

const ROMAN = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** The article before a word, or undefined if both are right or it is uncertain. `word` starts with a letter or a digit. */
export function articleFor(word: string): 'a' | 'an' | undefined {
  if (/^\d/.test(word)) return articleForNumber(word);
  const [letters = ''] = /^[A-Za-z]+(?:['’][a-z]+)?/.exec(word) ?? [];
  const rest = word.slice(letters.length);
  // Letters that are spelt out: `U-turn`, `x-ray`, `F-16`, `H100`, `U.S.`, `R&D`, but not an initial, as in `A. Smith`.
  if (letters.length === 1 && /^(?:-[A-Za-z0-9]|\d|\.[A-Z]\.|&[A-Z])/.test(rest)) return byName(letters);
  if (letters.length < 2 || /^[_@]|^\.\w/.test(rest)) return undefined;
  if (/^[A-Z]{2,}s?$/.test(letters)) return articleForAcronym(letters.replace(/s$/, ''));
  // Names in mixed case, such as `LaTeX` and `mRNA`, but not `McDonald`.
  if (/^[a-z]+[A-Z]|^[A-Z][A-Z]|[a-z][A-Z].*[A-Z]/.test(letters)) return /^[aeio]/.test(letters) ? 'an' : undefined;
  if (FUNCTION_WORDS.has(letters.toLowerCase()) && !rest.startsWith('-')) return undefined;
  if (SILENT_H.test(letters)) return 'an';
  if (EITHER_WAY.test(letters)) return undefined;
  return /^[aeiou]/i.test(letters) && !CONSONANT_SOUND.test(letters) ? 'an' : 'a';
}

function byName(letter: string): 'a' | 'an' {
  return VOWEL_NAMES.test(letter) ? 'an' : 'a';
}

function articleForAcronym(letters: string): 'a' | 'an' | undefined {
  // `AAA` is `triple A`.
  if (UNCERTAIN.has(letters) || /^(.)\1+$/.test(letters) || (ROMAN.test(letters) && !SPELT_OUT.has(letters)))
    return undefined;
  if (SPOKEN.has(letters)) return 'a';
  if (/^[AEIO]/.test(letters)) return /^(?:ONE|EURO)/.test(letters) ? undefined : 'an';
  // An unknown word in capitals, such as `URGENT`, is no acronym.
  if (letters.startsWith('U')) return letters.length < 5 || !/[AEIOY]/.test(letters) ? 'a' : undefined;
  if (!VOWEL_NAMES.test(letters)) return 'a';
  return SPELT_OUT.has(letters) || (letters.length < 6 && !/[AEIOUY]/.test(letters)) ? 'an' : undefined;
}

/** 8, 80 and 8,000 begin with `eight`, and 11 and 18 with a vowel, but 1,100 may be `eleven hundred`. */
function articleForNumber(word: string): 'a' | 'an' | undefined {
  if (/^0|^1,?[18]\d\d(?!\d)/.test(word)) return undefined;
  return /^(?:8|1[18](?!\d))/.test(word) ? 'an' : 'a';
}
