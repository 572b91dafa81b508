/** Some parsers, including marked, remove the backslash before a bracket in a label before they look for links in it. */
export function linkLabel(text: string): string {
  return text.replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;');
}

const URI_AUTOLINK = /^(?:https?|mailto):[^\s<>\u0000-\u001f]*$/i;
const LABEL = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';
const EMAIL_AUTOLINK = new RegExp(`^[\\w.!#$%&'*+/=?^\`{|}~-]+@${LABEL}(?:\\.${LABEL})+$`, 'i');

/** Whether CommonMark (section 6.5) reads the text between angle brackets as a link to `href`. */
export function isAutolink(text: string, href: string): boolean {
  return (text === href && URI_AUTOLINK.test(text)) || (href === `mailto:${text}` && EMAIL_AUTOLINK.test(text));
}
