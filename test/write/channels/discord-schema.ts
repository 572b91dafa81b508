import { Ajv } from 'ajv';

/* What Discord accepts from a webhook: https://discord.com/developers/docs/resources/webhook#execute-webhook */

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });

const EMBED = {
  type: 'object',
  properties: {
    title: text(256),
    description: text(4096),
    url: { type: 'string', pattern: '^https?://' },
  },
  anyOf: [{ required: ['title'] }, { required: ['description'] }],
  additionalProperties: false,
};

const MESSAGE = {
  type: 'object',
  properties: {
    content: text(2000),
    embeds: { type: 'array', items: EMBED, minItems: 1, maxItems: 10 },
    allowed_mentions: {
      type: 'object',
      properties: { parse: { type: 'array', items: { enum: ['roles', 'users', 'everyone'] } } },
      additionalProperties: false,
    },
  },
  required: ['embeds', 'allowed_mentions'],
  additionalProperties: false,
};

export const isDiscordMessage = new Ajv({ strict: false }).compile(MESSAGE);
