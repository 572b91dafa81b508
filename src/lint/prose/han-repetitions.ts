import type { Span } from '../../text/index.ts';

/** Words of grammar, verbs and nouns that nobody repeats, unlike 谈谈, 研究研究 and 非常非常. */
const TWICE =
  /([将是和与为也都把被从就有会并但于由使对让给又其已很更及])\1(?!会者|会代表)|(进行|通过|提供|使用|包含|可以|实现|需要|没有|都是|就是|不是|所以|对于|模型|技术|产品|系统|平台|企业|市场|政府|部门|机构|记者|公司|用户|数据|中国|美国|全球|今年|去年|目前|正在|将会|能够|应该|必须|同时|此外|随着|为了|而且|然后|之后|之前|发布|宣布|表示|认为|指出|成为|达到|超过|推出|包括|位于|来自|存在|具有|拥有|负责人|有限公司)\2(?![库集源流湖仓包器层者家])/g;
export const HAS_TWICE_HAN = new RegExp(TWICE.source);

/** The text on each side that decides how a run of characters divides into words. */
const REACH = 12;

let segmenter: Intl.Segmenter | undefined;

/**
 * Finds words that are there twice, and not one word that ends and another that begins with the same characters: 将将发布,
 * but not 首都都.
 */
export function* repeatedHan(text: string): Generator<Span> {
  for (const { 0: found, index: start } of text.matchAll(TWICE)) {
    const half = found.length / 2;
    const from = Math.max(0, start - REACH);
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    const words = [...segmenter.segment(text.slice(from, start + found.length + REACH))];
    const isWord = (at: number) => words.some(({ index, segment }) => index === at - from && segment.length === half);
    if (isWord(start) && isWord(start + half)) yield { start, end: start + found.length };
  }
}
