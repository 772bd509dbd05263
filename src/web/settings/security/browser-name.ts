const browsers = [
  ['MicroMessenger', '微信'],
  ['wxwork', '企业微信'],
  ['DingTalk', '钉钉'],
  ['Lark', '飞书'],
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['HarmonyOS', 'HarmonyOS'],
  ['Mac OS', 'macOS'],
  ['Windows', 'Windows'],
  ['Linux', 'Linux'],
] as const;

/** What people call the browser and the device of a User-Agent header: `Chrome · macOS`. */
export function browserName(userAgent: string | null): string | undefined {
  const found = [browsers, systems].flatMap(
    (names) => names.find(([mark]) => userAgent?.includes(mark))?.[1] ?? [],
  );
  return found.length === 0 ? undefined : found.join(' · ');
}
