import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { richTextOf } from './rich-text.ts';

/** Ways that are known to get something run out of a sanitiser, one of each kind. */
const vectors = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//x.example/x.js></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<svg onload=alert(1)>',
  '<svg><script href="data:text/javascript,alert(1)"/></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><img src=x onerror=alert(1)></template>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
  '<a href="javascript:alert(1)">a</a>',
  '<a href="jAvAsCrIpT&colon;alert(1)">a</a>',
  '<a href="java\tscript:alert(1)">a</a>',
  '<a href="&#106;&#97;vascript:alert(1)">a</a>',
  '<a href=" \u0001javascript:alert(1)">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="vbscript:msgbox(1)">a</a>',
  '<a href="//x.example" onclick=alert(1) style="position:fixed;inset:0">a</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<base href="//x.example/">',
  '<link rel=stylesheet href="//x.example/x.css">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<style>@import "//x.example/x.css"; p{background:url(javascript:alert(1))}</style>',
  '<p style="background:url(javascript:alert(1))">p</p>',
  '<details open ontoggle=alert(1)>',
  '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<b id=location name=cookie class=admin>b</b>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<p/onclick=alert(1)>p',
  '<<img src=x onerror=alert(1)//',
  '<img/src=x/onerror=alert(1)',
  '<span data-mention="\'><script>alert(1)</script>">m</span>',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '{{constructor.constructor("alert(1)")()}}',
] as const;

const mayStay = new Set(
  'p br strong b em i u s h1 h2 h3 ul ol li blockquote pre code a hr span table thead tbody tr th td'.split(
    ' ',
  ),
);
const attributesThatMayStay = new Set(['a href', 'a title', 'span data-mention']);

/** Everything in a text that a browser would take for a tag, read without the library that took the others out. */
function faultsIn(html: string): readonly string[] {
  return [...html.matchAll(/<([^>]*)>?/g)].flatMap(([whole, inside = '']) => {
    const [, tag = '', rest = ''] = /^\/?([a-z]\w*)((?:\s+[\w-]+="[^"<>]*")*)\s*\/?$/.exec(inside) ?? [];
    if (!mayStay.has(tag)) return [whole];
    return [...rest.matchAll(/([\w-]+)="([^"]*)"/g)]
      .filter(([, name, value = '']) => {
        const scheme = /^([^/?#]*?):/.exec(value)?.[1]?.toLowerCase();
        const away = name === 'href' && scheme !== undefined && !/^(https?|mailto|tel)$/.test(scheme);
        return away || !attributesThatMayStay.has(`${tag} ${name}`);
      })
      .map(([attribute]) => `${whole}: ${attribute}`);
  });
}

const piece = fc.oneof(
  fc.constantFrom(...vectors),
  fc.constantFrom(
    '<p>',
    '</p>',
    '<table>',
    '<a href="',
    '">',
    '<!--',
    '-->',
    '</style>',
    '<svg>',
    '&lt;',
    '"',
    "'",
    '`',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

test('formatted text holds no tag, attribute or address but those that are meant to stay, whatever is sent', () => {
  for (const vector of vectors) assert.deepEqual(faultsIn(richTextOf(vector)), [], vector);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const once = richTextOf(pieces.join(''));
      assert.deepEqual(faultsIn(once), [], once);
      assert.deepEqual(faultsIn(richTextOf(once)), [], once);
    }),
    { numRuns: 2000 },
  );
});
