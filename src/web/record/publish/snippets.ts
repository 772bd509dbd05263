/** One line for a page that may run scripts of the product: the form takes over the page's own type and colours. */
export function scriptSnippet(server: string, place: string): string {
  return `<script src="${server}/forms/embed.js" data-form="${place}" async></script>`;
}

/** For sites that allow frames only. */
export function frameSnippet(address: string, title: string): string {
  return `<iframe src="${address}" title="${title.replaceAll('"', '&quot;')}" style="width:100%;height:720px;border:0" loading="lazy"></iframe>`;
}
