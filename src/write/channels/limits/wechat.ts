import type { Limits } from './limit.ts';

const DRAFT = 'https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html';

/** A text within `content` is always smaller than 1 MB, which is another limit. */
export const WECHAT = {
  checked: '2026-11',
  /** Characters of the HTML, which must be fewer than 20,000. */
  content: { max: 19_999, reference: DRAFT },
  title: { max: 32, reference: DRAFT },
  author: { max: 16, reference: DRAFT },
  digest: { max: 128, reference: DRAFT },
} as const satisfies Limits;
