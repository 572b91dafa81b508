/** A measure before a mark: up to three digits, with a decimal or a fraction. Four digits are a year. */
const MEASURE = /(?<![\d.,'’])(?:\d{1,3}(?:\.\d+)?[½¼¾⅓⅔⅛⅜⅝⅞]?|[½¼¾⅓⅔⅛⅜⅝⅞])$/;
const FEET_BEFORE = /\d['′’] ?\d{1,2}(?:\.\d+)?[½¼¾⅓⅔⅛⅜⅝⅞]?$/;
const INCHES_AFTER = /^ ?\d{1,2}(?:\.\d+)?[½¼¾⅓⅔⅛⅜⅝⅞]?["″”]/;

/** Long enough for the longest measure, so that a text of digits costs linear time. */
const REACH = 16;

/** Whether `'` at `at`, after a digit, is feet or minutes: 6'2", 5' 10", 6'2, and 6' tall unless it closes a quotation. */
export function isFeet(text: string, at: number, quoteOpen: boolean): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  if (!MEASURE.test(before)) return false;
  const after = text.slice(at + 1, at + 1 + REACH);
  if (INCHES_AFTER.test(after)) return true;
  if (/^\d/.test(after)) return /^\d{1,2}(?!\d)/.test(after);
  return !quoteOpen && !/^[A-Za-z]/.test(after);
}

/** Whether `"` at `at`, after a digit, is inches or seconds, though a quotation may be open: it cannot close twice. */
export function isInches(text: string, at: number, quoteOpen: boolean): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const feet = FEET_BEFORE.test(before);
  if (!feet && !MEASURE.test(before)) return false;
  if (!quoteOpen) return true;
  const next = /^[^"”\n]{0,160}["”]/.exec(text.slice(at + 1, at + 162))?.[0];
  if (next === undefined) return false;
  const closesLater = !/[\s([{—–]["”]$/.test(next) || next.length === 1;
  return closesLater && (feet || next.length === 1 || /^[ -][A-Za-z0-9]/.test(next));
}
