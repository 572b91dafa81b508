/** `http:` or `https:` with one letter missing, doubled or swapped: `htp://`, `htttps:`, `hhtp:`. */
const MISSPELT = /^(?!https?:)(?=[htps]{3,7}:)(?:h{1,2}t{1,4}p{0,2}s{0,2}|t{1,3}ps?|h?tpts?|thtps?|htt?sp?):\/{0,3}\S/i;

/** Whether the scheme of a web URL is misspelt. */
export function isMisspelt(url: string): boolean {
  return MISSPELT.test(url);
}

/** The part of a URL before its path, with the host as a group. */
const WEB = /^https?:\/\/(?:[^\s/?#@]*@)?(\[[\da-f:.]+\]|[^\s/?#:@]*)(?::\d{0,5})?(?=[/?#]|$)/i;
const HOST =
  /^(?:localhost|[^\s.,;'"()<>[\]{}|\\^`*!$&=+%]+(?:\.[^\s.,;'"()<>[\]{}|\\^`*!$&=+%]+)+\.?|\[[\da-f:.]+\])$/i;

/** Returns what is wrong with a URL, or undefined if nothing is. Relative URLs pass. */
export function urlProblem(url: string): string | undefined {
  if (isMisspelt(url)) return "misspelt 'https://'";
  if (/^https?:/i.test(url)) {
    if (!/^https?:\/\//i.test(url)) return "missing '//' after 'https:'";
    const host = WEB.exec(url)?.[1];
    if (host === '' || /^https?:\/\/\/*$/i.test(url)) return 'URL without a host';
    return host !== undefined && HOST.test(host) ? undefined : 'URL with an invalid host';
  }
  if (/^https?[.;,]?\/\//i.test(url)) return "missing ':' after 'https'";
  if (/^www\.[^\s/]+\.[a-z]/i.test(url)) return "missing 'https://' before 'www.'";
  if (/^mailto:/i.test(url) && !/^mailto:(?:[^\s@]+@[^\s@]+\.[^\s@]+|\?\S+)$/i.test(url))
    return "'mailto:' URL with an invalid email address";
  return undefined;
}
