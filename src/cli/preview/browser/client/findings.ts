import type { FindingGroup, ShownFinding, StoryState } from '../state.ts';
import { h } from './element.ts';
import { texts } from './texts.ts';

/** What a person has opened beside the post. */
export interface OpenParts {
  /** Whether suggestions are shown. */
  readonly hasSuggestions: boolean;
  /** The explanations by the finding, as HTML. */
  readonly why: ReadonlyMap<string, string>;
  /** The finding whose reason a person is writing. */
  readonly ignoring: string | undefined;
}

/** Identifies a finding in all versions of a note, so that its open details stay open. */
export function identityOf({ rule, message, excerpt: [, found] }: ShownFinding): string {
  return `${rule}\n${message}\n${found}`;
}

/** The groups that are shown. */
export function shownGroups({ groups }: StoryState, { hasSuggestions }: OpenParts): readonly FindingGroup[] {
  return groups
    .map((group) => ({
      ...group,
      findings: group.findings.filter(({ severity }) => hasSuggestions || severity !== 'information'),
    }))
    .filter(({ findings }) => findings.length > 0);
}

/** The findings, by the paragraph that they are about. @param groups in the order of the post. */
export function findingsView(state: StoryState, groups: readonly FindingGroup[], open: OpenParts): HTMLElement {
  const { suggestions } = state.totals;
  const checkbox = { type: 'checkbox', id: 'suggestions', 'data-action': 'suggestions', checked: open.hasSuggestions };
  const toggle = suggestions > 0 && h('label', { class: 'toggle' }, h('input', checkbox), ` ${texts.suggestions}`);
  return h(
    'aside',
    { id: 'findings', 'aria-labelledby': 'findings-title' },
    h(
      'div',
      { id: 'findings-head' },
      h('h2', { id: 'findings-title', tabindex: -1 }, texts.findings),
      h('p', {}, state.failure && groups.length === 0 ? texts.unchecked : state.totals.text),
      groups.length > 0 && h('button', { type: 'button', class: 'next', 'data-action': 'next' }, texts.next),
      toggle,
    ),
    h('ol', { id: 'groups' }, ...groups.map((group, index) => groupView(group, index, open, state.lang))),
  );
}

function groupView({ place, findings }: FindingGroup, index: number, open: OpenParts, lang?: string): HTMLElement {
  const id = `place-${index}`;
  return h(
    'li',
    { class: 'group', 'data-group': index },
    h('h3', { id }, place),
    h(
      'ul',
      { 'aria-labelledby': id },
      ...findings.map((finding, at) => findingView(finding, `${index}-${at}`, open, lang)),
    ),
  );
}

function findingView(finding: ShownFinding, id: string, open: OpenParts, lang?: string): HTMLElement {
  const { severity, label, message, advice, where, excerpt } = finding;
  const [before, found, after] = excerpt;
  const why = open.why.get(identityOf(finding));
  return h(
    'li',
    { class: `finding ${severity}`, 'data-finding': finding.key },
    h('p', { class: 'message', id: `message-${id}` }, h('strong', {}, label), message),
    found.trim() !== '' && h('p', { class: 'excerpt', lang }, before, h('mark', {}, found), after),
    advice !== undefined && h('p', { class: 'advice' }, advice),
    buttons(finding, id, why !== undefined),
    open.ignoring === identityOf(finding) && reasonForm(id),
    why !== undefined && whyView(id, why),
    h('p', { class: 'place' }, where),
  );
}

function buttons({ fix, isIgnorable, severity, rule }: ShownFinding, id: string, isExplained: boolean): HTMLElement {
  const button = (action: string, text: string, more = {}) =>
    h('button', { type: 'button', 'data-action': action, 'aria-describedby': `message-${id}`, ...more }, text);
  return h(
    'div',
    { class: 'buttons' },
    fix === 'safe' && button('fix', texts.fix),
    fix === 'unsafe' && button('fix', texts.fixUnsafe, { title: texts.unsafe }),
    isIgnorable && button('ignore', texts.ignoreHere),
    severity !== 'fatal' &&
      button('why', texts.why, {
        'data-rule': rule,
        'aria-expanded': String(isExplained),
        'aria-controls': `why-${id}`,
      }),
  );
}

/** A comment without a reason has no effect, so the form asks for one. */
function reasonForm(id: string): HTMLElement {
  return h(
    'form',
    { class: 'reason', 'data-action': 'reason' },
    h('label', { for: `reason-${id}` }, texts.reason),
    h('input', { id: `reason-${id}`, name: 'reason', value: texts.onPurpose, maxlength: 300, autocomplete: 'off' }),
    h('button', { type: 'submit' }, texts.ignore),
    h('button', { type: 'button', 'data-action': 'cancel' }, texts.cancel),
  );
}

function whyView(id: string, html: string): HTMLElement {
  const view = h('div', { class: 'why', id: `why-${id}` });
  // From the program, which escapes the words of a house.
  view.innerHTML = html;
  for (const link of view.querySelectorAll('a')) Object.assign(link, { target: '_blank', rel: 'noreferrer' });
  for (const scrolled of view.querySelectorAll('pre, table')) scrolled.setAttribute('tabindex', '0');
  return view;
}
