import type { House } from '../../model/house.ts';
import { loadPinyin } from '../terminal/pinyin.ts';

/** The longest slug, in characters. With three bytes for each and an ending, a name of this length fits on every disk. */
const LONGEST = 80;

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The name of a story whose headline has neither letters nor digits. */
const NAMELESS = 'story';

/**
 * A file name from a headline: lower-case words with a hyphen between them. Latin letters lose their accents. Other scripts
 * stay, or are written in Latin letters if the house says `slug: latin`.
 */
export async function slugOf(headline: string, { slug }: Pick<House, 'slug'>): Promise<string> {
  const words = headline
    .replace(/['’‘`´]/g, '')
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
  const latin = await inLatin(words, slug === 'latin');
  const name = latin
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const short = shortened(name);
  if (short === '') return NAMELESS;
  return DEVICE.test(short) ? `${short}-${NAMELESS}` : short;
}

/** Cuts a name at a hyphen near the limit, or else at the limit. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const cut = characters.slice(0, LONGEST).join('');
  const isWhole = characters[LONGEST] === '-';
  const hyphen = isWhole ? cut.length : cut.lastIndexOf('-');
  return (hyphen > cut.length / 2 ? cut.slice(0, hyphen) : cut).replace(/-$/, '');
}

/** Writes letters in Latin ones: those of Latin with strokes and ligatures, or of every script. Loads tables that are large. */
async function inLatin(text: string, isAll: boolean): Promise<string> {
  const foreign = isAll ? /[^\0-\x7f]/ : /(?=[^\0-\x7f])\p{Script=Latin}/u;
  if (!foreign.test(text)) return text;
  const { default: anyAscii } = await import('any-ascii');
  if (!isAll) return text.replace(/(?=[^\0-\x7f])\p{Script=Latin}/gu, (letter) => anyAscii(letter));
  const spelt = /\p{Script=Han}/u.test(text) ? await inPinyin(text) : text;
  // A letter is a word of its own in some scripts, which any-ascii writes with a capital.
  return anyAscii(spelt);
}

/** Chinese in Pinyin, with a hyphen between the syllables in the end. */
async function inPinyin(text: string): Promise<string> {
  const pinyin = await loadPinyin();
  return text.replace(/\p{Script=Han}+/gu, (run) => ` ${pinyin(run).join(' ')} `);
}
