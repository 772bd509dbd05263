const UNITS = [
  { seconds: 3600, en: 'h', zh: '小时' },
  { seconds: 60, en: 'min', zh: '分钟' },
  { seconds: 1, en: 's', zh: '秒' },
] as const;

/** Writes a length of time in its two largest units: `1 h 30 min`, `1小时30分钟`. */
export function formatDuration(seconds: number, locale: string): string {
  const chinese = locale.startsWith('zh');
  let rest = Math.abs(Math.round(seconds));
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    if (count > 0 && parts.length < 2) parts.push(chinese ? `${count}${unit.zh}` : `${count} ${unit.en}`);
  }
  const text = parts.join(chinese ? '' : ' ') || (chinese ? '0秒' : '0 s');
  return seconds < 0 ? `-${text}` : text;
}
