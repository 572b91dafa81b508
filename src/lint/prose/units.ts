/** The currencies and units that are written beside a number. A noun such as `robots` is no unit. */

const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['HK$', /^(?:HK\$|HKD|港元|港币)/i],
  ['NT$', /^(?:NT\$|TWD|新台币)/i],
  ['A$', /^(?:AU?\$|AUD|澳元)/i],
  ['C$', /^(?:CA?\$|CAD|加元)/i],
  ['S$', /^(?:S\$|SGD|新元)/i],
  ['R$', /^(?:R\$|BRL)/i],
  ['JP¥', /^(?:JP¥|JPY|yen|日元)/i],
  ['$', /^(?:US\$|\$|USD|U\.S\. dollars?|US dollars?|dollars?|美元|美金)/i],
  ['€', /^(?:€|EUR|euros?|欧元)/i],
  ['£', /^(?:£|GBP|英镑)/i],
  ['¥', /^(?:[¥￥]|RMB|CNY|yuan|人民币|元|块)/i],
  ['₹', /^(?:₹|INR|rupees?|卢比)/i],
  ['₩', /^(?:₩|KRW|韩元)/i],
  ['₽', /^(?:₽|RUB|rubles?|卢布)/i],
];

/** What precedes an amount of money. */
export const PREFIX =
  '(?:(?<![A-Za-z])(?:US|HK|NT|AU?|CA?|S|R)\\$|(?<![A-Za-z])JP¥|[$£€¥￥₹₩₽]|(?<![A-Za-z])(?:USD|EUR|GBP|RMB|CNY|JPY|HKD|TWD|AUD|CAD|SGD|INR)) ?';

/** What follows a number, with an optional space before it. */
export const SUFFIX =
  '[%％](?![a-z\\d%])|(?:percentage|per cent|percent|pct)[ -]points?(?![a-z])|pp(?![a-z])|-?(?:percent|per cent|pct)(?![a-z])|个?百分点|' +
  '(?:U\\.?S\\.? )?dollars?(?![a-z])|euros?(?![a-z])|yuan(?![a-z])|yen(?![a-z])|rupees?(?![a-z])|rubles?(?![a-z])|' +
  '美元|美金|欧元|英镑|日元|港元|港币|新台币|澳元|加元|韩元|卢布|卢比|人民币|元(?![素旦月年件])|块钱|' +
  'x(?![a-z\\d])|倍(?!率)|成(?![为功员本立果长熟就交])(?:[一二三四五六七八九](?![一二三四五六七八九十百千万亿个成]))?';

/** Returns the currency of a sign, code or name. */
export function currencyOf(written: string): string {
  return CURRENCIES.find(([, pattern]) => pattern.test(written.trim()))?.[0] ?? '';
}

/** Returns the unit of a suffix. */
export function unitOf(suffix: string): string {
  const written = suffix.replace(/^[\s\u00a0\u202f多余-]+/u, '');
  if (/point|^pp$|百分点/i.test(written)) return 'pp';
  if (/^(?:[%％成]|per|pct)/i.test(written)) return '%';
  return /^[x倍]/i.test(written) ? 'x' : currencyOf(written);
}
