import { format, loadConfig } from 'autocorrect-node';
import { type ParsedStatus, run } from 'zhlint';

/** Another program that prints Chinese text. */
export interface Tool {
  readonly name: 'autocorrect' | 'zhlint';
  readonly print: (text: string) => string;
}

const SILENT = { ...console, log() {}, info() {}, warn() {}, error() {} };

/** What the house decides, in the words of zhlint: full-width brackets, “ ” without spaces, a space in `2026 年`. */
const RULES = {
  noSinglePair: false,
  halfwidthPunctuation: '[]{}',
  fullwidthPunctuation: '，。：；？！“”‘’（）',
  adjustedFullwidthPunctuation: '',
  spaceBetweenHalfwidthContent: true,
  noSpaceBetweenFullwidthContent: false,
  spaceBetweenMixedwidthContent: true,
  noSpaceBeforePauseOrStop: true,
  spaceAfterHalfwidthPauseOrStop: true,
  noSpaceAfterFullwidthPauseOrStop: true,
  spaceOutsideHalfwidthQuotation: true,
  noSpaceOutsideFullwidthQuotation: true,
  noSpaceInsideQuotation: true,
  spaceOutsideHalfwidthBracket: true,
  noSpaceOutsideFullwidthBracket: true,
  noSpaceInsideBracket: true,
  skipAbbrs: [],
  skipPureWestern: true,
  trimSpace: true,
};

function createAutocorrect(): Tool {
  loadConfig(JSON.stringify({ rules: { spellcheck: 0 } }));
  return { name: 'autocorrect', print: format };
}

/** One block of prose. The default takes the text for Markdown, and none would print the last character twice. */
const prose = ({ value, ...status }: ParsedStatus): ParsedStatus => ({
  ...status,
  value,
  blocks: [{ value, marks: [], start: 0, end: value.length }],
});

/** The tool with what it printed already: the tests ask for the same texts several times. */
function remembering({ name, print }: Tool): Tool {
  const printed = new Map<string, string>();
  return {
    name,
    print: (text) => {
      const known = printed.get(text) ?? print(text);
      printed.set(text, known);
      return known;
    },
  };
}

/** Both tools, without Markdown: their input is a line of prose. */
export function createTools(): readonly Tool[] {
  const zhlint = (text: string) => run(text, { rules: RULES, hyperParse: [prose], logger: SILENT }).result;
  return [createAutocorrect(), { name: 'zhlint' as const, print: zhlint }].map(remembering);
}
