/** The first language of an Accept-Language header that the product speaks; English when there is none. */
export function readerLocale(acceptLanguage: string | undefined): 'en' | 'zh-CN' {
  const wanted = (acceptLanguage ?? '')
    .split(',', 20)
    .map((entry) => {
      const [tag = '', quality = ''] = entry
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return { tag, weight: quality === '' ? 1 : Number(quality) || 0 };
    })
    .filter(({ tag, weight }) => weight > 0 && /^(en|zh)\b/.test(tag))
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.tag.startsWith('zh') ? 'zh-CN' : 'en';
}
