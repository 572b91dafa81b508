import type { EditRequest, FindingGroup, ShownFinding, StoryState } from '../state.ts';
import { alignBeside } from './beside.ts';
import { connect } from './connection.ts';
import { postEdit, sayOutcome } from './edit.ts';
import { h } from './element.ts';
import { factsView } from './facts.ts';
import { findingsView, identityOf, shownGroups } from './findings.ts';
import { indexOfFocus, keepFocus } from './focus.ts';
import { frameLoaded, markInFrame, showInFrame } from './frame.ts';
import { patch } from './patch.ts';
import { explainImage } from './picture.ts';
import { findPlaces } from './places.ts';
import { clearNews, clearStatus, say } from './status.ts';
import { tabsView, textToCopy } from './tabs.ts';
import { filled, texts } from './texts.ts';

/** Where the page is and what it may ask for. */
export interface PageOptions {
  readonly app: HTMLElement;
  /** `/TOKEN/` */
  readonly root: string;
  /** The path of the events. */
  readonly events: string;
  readonly hasIndex: boolean;
}

/** The page of one story: its post in tabs, and the findings beside it. */
export class StoryPage {
  readonly #options: PageOptions;
  readonly #why = new Map<string, string>();
  readonly #scrolled = new Map<string, number>();
  #state: StoryState | undefined;
  #groups: readonly FindingGroup[] = [];
  #places: ReadonlyMap<FindingGroup, Element> = new Map();
  #chosen = decodeURIComponent(location.hash.slice(1));
  #hasSuggestions = false;
  #ignoring: string | undefined;
  /** The finding that the button for the next finding showed last. */
  #visited: string | undefined;
  #isBusy = false;

  constructor(options: PageOptions) {
    this.#options = options;
    const { app, events } = options;
    app.addEventListener('click', (event) => this.#onClick(event));
    app.addEventListener('submit', (event) => this.#onSubmit(event));
    app.addEventListener('keydown', (event) => this.#onKey(event));
    app.addEventListener('fitted', () => this.#align());
    for (const type of ['mouseover', 'focusin']) app.addEventListener(type, (event) => this.#mark(event.target));
    // The events of frames and images do not bubble.
    app.addEventListener('load', ({ target }) => target instanceof HTMLIFrameElement && frameLoaded(target), true);
    app.addEventListener('error', ({ target }) => target instanceof HTMLImageElement && explainImage(target), true);
    window.addEventListener('resize', () => this.#align());
    connect<StoryState>(events, (state) => this.#onState(state));
  }

  #onState(state: StoryState): void {
    const before = this.#state;
    const focused = indexOfFocus();
    this.#state = state;
    this.#render();
    keepFocus(focused);
    if (!before) return;
    if (state.failure) clearNews();
    else if (before.hash !== state.hash || before.failure) say(filled(texts.updated, state.totals.text));
  }

  get #tab(): string {
    const { tabs = [] } = this.#state ?? {};
    return (tabs.find(({ name }) => name === this.#chosen) ?? tabs[0])?.name ?? '';
  }

  get #frame(): HTMLIFrameElement | null {
    return this.#options.app.querySelector<HTMLIFrameElement>('.panel:not([hidden]) iframe');
  }

  #render(): void {
    const state = this.#state;
    if (!state) return;
    const { app, root, hasIndex } = this.#options;
    document.title = `${state.headline || state.path} · copydesk`;
    const open = { hasSuggestions: this.#hasSuggestions, why: this.#why, ignoring: this.#ignoring };
    this.#groups = this.#ordered(shownGroups(state, open));
    const story = h('main', {}, tabsView(state, this.#tab, root), findingsView(state, this.#groups, open));
    patch(app, h('div', { id: 'app' }, factsView(state, hasIndex ? root : undefined), story));
    this.#showFrame();
    this.#align();
  }

  #showFrame(): void {
    const frame = this.#frame;
    const content = this.#state?.tabs.find(({ name }) => name === frame?.dataset.frame)?.content;
    if (frame && content?.kind === 'page') showInFrame(frame, content.html);
  }

  /** Findings about hidden parts come first, then the others in the order of the post. */
  #ordered(groups: readonly FindingGroup[]): readonly FindingGroup[] {
    const post = this.#pageOfPost();
    if (!post) return groups;
    const places = findPlaces(post, groups);
    const top = (group: FindingGroup) => places.get(group)?.getBoundingClientRect().top ?? Number.NEGATIVE_INFINITY;
    return [...groups].sort((a, b) => (top(a) === top(b) ? 0 : top(a) - top(b)));
  }

  #pageOfPost(): Document | undefined {
    const frame = this.#frame;
    return frame?.dataset.frame === 'html' ? (frame.contentDocument ?? undefined) : undefined;
  }

  /** Puts each group beside its paragraph. */
  #align(): void {
    const post = this.#pageOfPost();
    const ordered = this.#ordered(this.#groups);
    if (ordered.some((group, index) => group !== this.#groups[index])) {
      this.#render();
      return;
    }
    this.#places = post ? findPlaces(post, this.#groups) : new Map();
    alignBeside(this.#options.app, this.#frame, this.#groups, this.#places);
  }

  #mark(target: EventTarget | null): void {
    const frame = this.#frame;
    if (!frame || !(target instanceof Element)) return;
    const group = this.#groups[Number(target.closest<HTMLElement>('.group')?.dataset.group ?? -1)];
    markInFrame(frame, group && this.#places.get(group));
  }

  #choose(name: string): void {
    this.#scrolled.set(this.#tab, window.scrollY);
    this.#chosen = name;
    history.replaceState(null, '', `#${encodeURIComponent(name)}`);
    this.#render();
    window.scrollTo({ top: this.#scrolled.get(name) ?? 0 });
  }

  #onClick(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
    const { action, tab = '', post = '0', rule = '' } = button?.dataset ?? {};
    const finding = this.#findingOf(button);
    if (action !== undefined) clearStatus();
    if (action === 'tab') this.#choose(tab);
    else if (action === 'copy') void this.#copy(tab, Number(post));
    else if (action === 'next') this.#showNext();
    else if (action === 'suggestions') this.#toggleSuggestions();
    else if (action === 'why' && finding) void this.#explain(finding, rule);
    else if (action === 'fix' && finding) void this.#edit({ finding: finding.key, action });
    else if (action === 'ignore' && finding) this.#askReason(finding);
    else if (action === 'cancel') this.#askReason(undefined);
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target instanceof HTMLFormElement ? event.target : undefined;
    const finding = this.#findingOf(form ?? null);
    const reason = form && new FormData(form).get('reason');
    if (finding && typeof reason === 'string') void this.#edit({ finding: finding.key, action: 'ignore', reason });
  }

  #findingOf(element: Element | null): ShownFinding | undefined {
    const key = element?.closest<HTMLElement>('[data-finding]')?.dataset.finding;
    return this.#state?.groups.flatMap(({ findings }) => findings).find((finding) => finding.key === key);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#ignoring !== undefined) this.#askReason(undefined);
    const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="tab"]') : null;
    const tabs = [...(tab?.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const at = tab ? tabs.indexOf(tab) : -1;
    const moves: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 };
    const to = moves[event.key];
    if (at === -1 || to === undefined) return;
    event.preventDefault();
    const next = tabs.at(to >= tabs.length ? 0 : to);
    this.#choose(next?.dataset.tab ?? '');
    next?.focus();
  }

  /** Goes to the finding after the last one, and from the last to the first. */
  #showNext(): void {
    const findings = [...this.#options.app.querySelectorAll<HTMLElement>('.finding')];
    const last = findings.findIndex(({ dataset }) => dataset.finding === this.#visited);
    const next = findings[last + 1] ?? findings[0];
    this.#visited = next?.dataset.finding;
    next?.scrollIntoView({ block: 'center' });
    next?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  }

  #toggleSuggestions(): void {
    this.#hasSuggestions = !this.#hasSuggestions;
    this.#render();
  }

  #askReason(finding: ShownFinding | undefined): void {
    const key = finding?.key ?? document.activeElement?.closest<HTMLElement>('[data-finding]')?.dataset.finding;
    this.#ignoring = finding && identityOf(finding);
    this.#render();
    const view = this.#options.app.querySelector(`[data-finding="${key}"]`);
    const input = view?.querySelector<HTMLInputElement>('input[name="reason"]');
    if (input) input.select();
    else view?.querySelector<HTMLElement>('[data-action="ignore"]')?.focus();
  }

  async #explain(finding: ShownFinding, rule: string): Promise<void> {
    const identity = identityOf(finding);
    if (!this.#why.delete(identity)) {
      const response = await fetch(`${this.#storyPath}/why/${rule}`).catch(() => undefined);
      if (!response?.ok) {
        say(texts.noExplanation, 'error');
        return;
      }
      this.#why.set(identity, ((await response.json()) as { readonly html: string }).html);
    }
    this.#render();
  }

  /** The path of the story, without a slash at its end. */
  get #storyPath(): string {
    return this.#options.events.replace(/\/events$/, '');
  }

  async #edit(edit: Omit<EditRequest, 'hash'>): Promise<void> {
    const { hash } = this.#state ?? {};
    if (hash === undefined || this.#isBusy) return;
    this.#isBusy = true;
    try {
      const outcome = await postEdit(`${this.#storyPath}/edit`, this.#options.root, { ...edit, hash });
      if (outcome.outcome === 'done') this.#ignoring = undefined;
      sayOutcome(outcome, edit.action);
      this.#render();
    } finally {
      this.#isBusy = false;
    }
  }

  async #copy(tab: string, post: number): Promise<void> {
    const text = this.#state && textToCopy(this.#state, tab, post);
    if (text === undefined) return;
    try {
      await navigator.clipboard.writeText(text);
      const { length } = [...text];
      say(length === 1 ? texts.copiedOne : filled(texts.copied, length));
    } catch {
      say(texts.notCopied, 'error');
    }
  }
}
