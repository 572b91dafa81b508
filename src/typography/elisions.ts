/** Words that are written with an apostrophe in front and can hardly start a quotation without it. */
const ALWAYS =
  /^(?:\d\ds(?![A-Za-z])|(?:twas|twasn|tis|tisn|twere|twill|twould)(?![A-Za-z])|n['’](?![A-Za-z])|n(?=[ -]))/i;

/** Words and years that may as well stand first in a quotation: 'em, '26, 'cause of death'. */
const PERHAPS =
  /^(?:\d\d(?![\d%°]|[.,:]\d)|(?:em|cause|cos|cuz|til|till|bout|round|neath|nuff|fraid|kay|tude|hood)(?![A-Za-z]))/i;

const REACH = 120;

/** Whether the mark at `at`, in front of a word, stands for letters left out, whatever is quoted around it. */
export function isSureElision(text: string, at: number): boolean {
  return ALWAYS.test(text.slice(at + 1, at + 10));
}

/** Whether it does, a quotation being as likely: it is one when nothing is open and something closes it further on. */
export function isElision(text: string, at: number, quoteOpen: boolean): boolean {
  if (isSureElision(text, at)) return true;
  if (!PERHAPS.test(text.slice(at + 1, at + 10))) return false;
  return quoteOpen || !isClosedLater(text, at);
}

/** A mark further on that can only close; a plural's (workers' rights) and one that opens do not count. */
function isClosedLater(text: string, at: number): boolean {
  const end = Math.min(text.length, at + REACH);
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
