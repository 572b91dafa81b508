/** A measure before a mark: up to three digits, with a decimal or a fraction. Four digits are a year. */
const MEASURE = /(?<![\d.,'’])(?:\d{1,3}(?:\.\d+)?[½¼¾⅓⅔⅛⅜⅝⅞]?|[½¼¾⅓⅔⅛⅜⅝⅞])$/;
const FEET_BEFORE = /\d['′’] ?\d{1,2}(?:\.\d+)?[½¼¾⅓⅔⅛⅜⅝⅞]?$/;
const INCHES_AFTER = /^ ?\d{1,2}(?:\.\d+)?[½¼¾⅓⅔⅛⅜⅝⅞]?["″”]/;

/** The length of the longest measure. It keeps the time linear in a text of digits. */
const MEASURE_REACH = 16;

/** Whether `'` at `at`, after a digit, is feet or minutes: 6'2", 5' 10", 6'2, 12'x14', or 6' tall outside a quotation. */
export function isFeet(text: string, at: number, quoteOpen: boolean): boolean {
  const before = text.slice(Math.max(0, at - MEASURE_REACH), at);
  if (!MEASURE.test(before)) return false;
  const after = text.slice(at + 1, at + 1 + MEASURE_REACH);
  if (INCHES_AFTER.test(after) || /^ ?[x×] ?\d/.test(after)) return true;
  if (/^\d/.test(after)) return /^\d{1,2}(?!\d)/.test(after);
  return !quoteOpen && !/^[A-Za-z]/.test(after);
}

/** Whether `"` at `at`, after a digit, is inches or seconds. In an open quotation, another mark must close it later. */
export function isInches(text: string, at: number, quoteOpen: boolean): boolean {
  const before = text.slice(Math.max(0, at - MEASURE_REACH), at);
  const feet = FEET_BEFORE.test(before);
  if (!feet && !MEASURE.test(before)) return false;
  if (!quoteOpen) return true;
  const next = /^[^"”\n]{0,160}["”]/.exec(text.slice(at + 1, at + 162))?.[0];
  if (next === undefined) return false;
  const closesLater = !/[\s([{—–]["”]$/.test(next) || next.length === 1;
  return closesLater && (feet || next.length === 1 || /^[ -][A-Za-z0-9]/.test(next));
}

/** Words that start with an apostrophe and almost never start a quotation. */
const ALWAYS =
  /^(?:\d\ds(?![A-Za-z])|(?:twas|twasn|tis|tisn|twere|twill|twould)(?![A-Za-z])|n['’](?![A-Za-z])|n(?=[ -]))/i;

/** Words and years that can also start a quotation: 'em, '26, 'cause of death'. */
const PERHAPS =
  /^(?:\d\d(?![\d%°]|[.,:]\d)|(?:em|cause|cos|cuz|til|till|bout|round|neath|nuff|fraid|kay|tude|hood)(?![A-Za-z]))/i;

const ELISION_REACH = 120;

/** Whether the mark at `at`, before a word, replaces letters, inside a quotation or not. */
export function isSureElision(text: string, at: number): boolean {
  return ALWAYS.test(text.slice(at + 1, at + 10));
}

/** Whether it replaces letters. It opens a quotation instead if none is open and a later mark closes it. */
export function isElision(text: string, at: number, quoteOpen: boolean): boolean {
  if (isSureElision(text, at)) return true;
  if (!PERHAPS.test(text.slice(at + 1, at + 10))) return false;
  return quoteOpen || !isClosedLater(text, at);
}

/** Whether a later mark closes a quotation. A plural's apostrophe (workers' rights) and an opening mark do not. */
function isClosedLater(text: string, at: number): boolean {
  const end = Math.min(text.length, at + ELISION_REACH);
  for (let index = at + 1; index < end; index++) {
    const mark = text.charAt(index);
    if (mark === '\n' || mark === '‘') return false;
    if (mark !== "'" && mark !== '’') continue;
    const before = text.charAt(index - 1);
    const after = text.charAt(index + 1);
    if (/[\s([{—–-]/.test(before)) return false;
    if (/[A-Za-z0-9]/.test(after)) continue;
    if (!(before === 's' && /^ [A-Za-z]/.test(text.slice(index + 1, index + 3)))) return true;
  }
  return false;
}
