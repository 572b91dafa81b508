/** Letters of `http` and `https`, one left out, doubled or turned around, before a colon: `htp://`, `htttps:`, `hhtp:`. */
const MISSPELT = /^(?!https?:)(?=[htps]{3,7}:)(?:h{1,2}t{1,4}p{0,2}s{0,2}|t{1,3}ps?|h?tpts?|thtps?|htt?sp?):\/{0,3}\S/i;

/** An address of the web whose scheme was slipped on. */
export function isMisspelt(address: string): boolean {
  return MISSPELT.test(address);
}

/** What comes before the path: of the host, its user and its port, only the host can be wrong without being noticed. */
const WEB = /^https?:\/\/(?:[^\s/?#@]*@)?(\[[\da-f:.]+\]|[^\s/?#:@]*)(?::\d{0,5})?(?=[/?#]|$)/i;
const HOST =
  /^(?:localhost|[^\s.,;'"()<>[\]{}|\\^`*!$&=+%]+(?:\.[^\s.,;'"()<>[\]{}|\\^`*!$&=+%]+)+\.?|\[[\da-f:.]+\])$/i;

/** What keeps an address from being one, in a writer's words; undefined where nothing does, as for a path beside the post. */
export function addressFault(address: string): string | undefined {
  if (isMisspelt(address)) return 'the address starts with a misspelt https://';
  if (/^https?:/i.test(address)) {
    if (!/^https?:\/\//i.test(address)) return 'two slashes belong behind the colon of https://';
    const host = WEB.exec(address)?.[1];
    if (host === '' || /^https?:\/\/\/*$/i.test(address)) return 'the address names no site';
    return host !== undefined && HOST.test(host) ? undefined : 'the address names no site that could exist';
  }
  if (/^https?[.;,]?\/\//i.test(address)) return 'a colon belongs behind https';
  if (/^www\.[^\s/]+\.[a-z]/i.test(address))
    return 'https:// is missing before www, so the link leads to a path beside the post';
  if (/^mailto:/i.test(address) && !/^mailto:(?:[^\s@]+@[^\s@]+\.[^\s@]+|\?\S+)$/i.test(address))
    return 'the address names nobody who could get mail';
  return undefined;
}
