import { placeOfMissingKey } from '../../read/missing-place.ts';
import { placeOfUrl } from '../../read/url-place.ts';
import type { Rule } from '../rule.ts';
import { linkingPassages } from './url-rules.ts';

/* What becomes of a story in the channels of the house. The report comes from outside, because a rule prints nothing. */

export const doesNotFit: Rule = {
  id: 'does-not-fit',
  group: 'publication',
  what: 'A story that a channel in `channels` of `copydesk.yaml` cannot publish: it is too long, or something is missing.',
  why: 'Each channel has its own limits, and some cut a post without a message. `render` refuses the story for that channel. The rule reports the problem before somebody publishes, with the length of each part. Shorten the story, or set `parts` for the channel.',
  severity: 'error',
  bad: { channels: { x: { link: true } } },
  good: { front: { url: 'https://lab.example/night' }, channels: { x: { link: true } } },
  *check({ channelReport, note, headline, source }) {
    for (const { message, advice, key, url } of channelReport?.().refusals ?? []) {
      const field = key && note.fields.find((one) => one.key === key);
      const place = (url === undefined ? undefined : placeOfUrl(url, source.text)) ?? field?.value.span;
      yield { message, advice, span: place ?? headline?.span ?? placeOfMissingKey(note) };
    }
  },
};

export const lostLink: Rule = {
  id: 'lost-link',
  group: 'publication',
  what: 'A relative link that a channel in `channels` of `copydesk.yaml` prints as text.',
  why: 'A relative link starts from the page of the story. On Telegram or X there is no page, so readers see text that leads nowhere. With the `url` of the story, copydesk completes the link.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a [laboratory](/night).', channels: { telegram: {} } },
  good: {
    front: { url: 'https://lab.example/story' },
    body: 'A chipmaker opened a [laboratory](/night).',
    channels: { telegram: {} },
  },
  *check(context) {
    const lost = new Map((context.channelReport?.().lostLinks ?? []).map((link) => [link.url, link]));
    if (lost.size === 0) return;
    for (const { marks } of linkingPassages(context)) {
      for (const mark of marks) {
        const link = mark.type === 'link' ? lost.get(mark.href) : undefined;
        if (link) yield { message: link.message, advice: link.advice, span: mark.span };
      }
    }
  },
};
