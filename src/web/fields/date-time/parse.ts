import { instantOf, todayIn } from '#kernel/writing/wall-clock.ts';
import { parseDate } from '../date/parse.ts';

const TIME = /(?:^|[\st])(上午|下午|晚上|am|pm)?\s*(\d{1,2})(?:[:时点](\d{2})?)?分?(?::\d{2})?\s*(am|pm)?$/;

/**
 * Reads a typed moment on the user's clock: `2026-11-24 14:05`, `明天 9:30`, `3:30 pm` for today.
 * A day alone means nine in the morning. Answers an instant in UTC, or null.
 */
export function parseDateTime(text: string, timeZone: string, now = new Date()): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const today = todayIn(timeZone, now);
  const day = parseDate(plain, today);
  if (day) return instantOf(`${day} 09:00:00`, timeZone);
  const match = TIME.exec(plain);
  if (!match) return null;
  const time = clockTime(match);
  const rest = plain.slice(0, match.index).trim();
  const on = rest === '' ? today : parseDate(rest, today);
  return time && on ? instantOf(`${on} ${time}:00`, timeZone) : null;
}

function clockTime([, before, hourText, minuteText = '00', after]: RegExpExecArray): string | null {
  const half = after ?? before;
  const hour = Number(hourText);
  const afternoon = half === 'pm' || half === '下午' || half === '晚上';
  const morning = half === 'am' || half === '上午';
  const real = afternoon && hour < 12 ? hour + 12 : morning && hour === 12 ? 0 : hour;
  if (real > 23 || Number(minuteText) > 59) return null;
  return `${String(real).padStart(2, '0')}:${minuteText}`;
}
