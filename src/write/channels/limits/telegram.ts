import type { Limits } from './limit.ts';

export const TELEGRAM = {
  checked: '2026-11',
  /** UTF-16 units of a message, without its entities. */
  units: { max: 4096, reference: 'https://core.telegram.org/bots/api#sendmessage' },
  /** Entities of a message. Telegram ignores the others. */
  entities: { max: 100, reference: 'https://docs.python-telegram-bot.org/en/stable/telegram.constants.html' },
} as const satisfies Limits;
