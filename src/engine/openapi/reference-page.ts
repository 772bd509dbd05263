import type { Locale } from '../http/texts.ts';

/** The interactive reference: ink on paper, like the rest of the product, without a script of its own. */
export function referencePage(locale: Locale): string {
  const [other, otherName] = locale === 'en' ? ['zh-CN', '中文'] : ['en', 'English'];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Guanxi API</title>
<style>
  body { margin: 0; background: #f7f5f1; color: #26221d; }
  rapi-doc { width: 100%; height: 100vh; --font-regular: ${fonts}; }
  header { display: flex; gap: 12px; align-items: center; padding: 12px 16px; font-family: ${fonts}; }
  .seal { background: #b3261e; color: #fff; border-radius: 4px; padding: 2px 6px; font-weight: 600; }
  a { color: #26221d; }
</style>
<script type="module" src="/api/docs/rapidoc.js"></script>
</head>
<body>
<rapi-doc spec-url="/api/openapi.json?locale=${locale}"
  theme="light" bg-color="#f7f5f1" text-color="#26221d" primary-color="#b3261e" header-color="#26221d"
  nav-bg-color="#efece5" nav-text-color="#3a352e" nav-hover-bg-color="#e4dfd5" nav-accent-color="#b3261e"
  regular-font='${fonts}' mono-font="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace"
  load-fonts="false" render-style="read" schema-style="table" show-header="false" allow-server-selection="false"
  allow-spec-url-load="false" allow-spec-file-load="false" show-method-in-nav-bar="as-colored-text"
  use-path-in-nav-bar="false" sort-endpoints-by="none" fetch-credentials="same-origin" persist-auth="false">
  <header slot="nav-logo"><span class="seal" aria-hidden="true">关</span> Guanxi API
    <a href="/api/docs?locale=${other}" hreflang="${other}">${otherName}</a></header>
</rapi-doc>
</body>
</html>
`;
}

const fonts = 'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif';
