import { Ajv } from 'ajv';

/* What Slack accepts in a message, as a JSON schema: https://docs.slack.dev/reference/block-kit/blocks */

const text = { type: 'string', minLength: 1 };
const style = {
  type: 'object',
  properties: Object.fromEntries(['bold', 'italic', 'strike', 'code'].map((name) => [name, { type: 'boolean' }])),
  additionalProperties: false,
};

const exactly = (type: string, properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  properties: { type: { const: type }, ...properties },
  required: ['type', ...required],
  additionalProperties: false,
});

const inline = {
  oneOf: [
    exactly('text', { text, style }, ['text']),
    exactly('link', { url: { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' }, text, style }, ['url']),
  ],
};
const inlines = { type: 'array', items: inline, minItems: 1 };
const border = { enum: [0, 1] };
const section = exactly('rich_text_section', { elements: inlines });
const list = {
  style: { enum: ['bullet', 'ordered'] },
  elements: { type: 'array', items: section, minItems: 1 },
  indent: { type: 'integer', minimum: 0, maximum: 8 },
  offset: { type: 'integer', minimum: 0 },
  border,
};
const code = exactly('text', { text });

const SLACK_MESSAGE = {
  type: 'object',
  properties: {
    text: { type: 'string', minLength: 1, maxLength: 40_000 },
    blocks: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: {
        oneOf: [
          exactly('header', {
            text: exactly('plain_text', {
              text: { ...text, maxLength: 150 },
              emoji: { type: 'boolean' },
            }),
          }),
          exactly('rich_text', {
            elements: {
              type: 'array',
              minItems: 1,
              items: {
                oneOf: [
                  section,
                  exactly('rich_text_list', list, ['style', 'elements']),
                  exactly('rich_text_quote', { elements: inlines, border }, ['elements']),
                  exactly('rich_text_preformatted', { elements: { type: 'array', items: code, minItems: 1 }, border }, [
                    'elements',
                  ]),
                ],
              },
            },
          }),
        ],
      },
    },
  },
  required: ['text', 'blocks'],
  additionalProperties: false,
};

export const isSlackMessage = new Ajv({ strict: false }).compile(SLACK_MESSAGE);
