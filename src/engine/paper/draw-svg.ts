import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Paper } from './paper.ts';

type Attributes = Readonly<Record<string, string>>;

/** A piece of a picture as it was read. */
interface Node {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: Node[];
  text: string;
}

/**
 * Draws a picture as lines and letters, none of it as dots: as much of SVG as ECharts writes, which is lines,
 * shapes, texts and groups with transformations and clippings.
 */
export function drawSvg(paper: Paper, svg: string, x: number, y: number): void {
  const root = read(svg);
  const clips = new Map<string, Node>();
  const collect = (node: Node) => {
    if (node.name === 'clipPath') clips.set(node.attributes.id ?? '', node);
    node.children.forEach(collect);
  };
  collect(root);
  paper.pages.save().translate(x, y);
  for (const child of root.children) draw(paper, child, clips);
  paper.pages.restore();
}

/** The texts that stand in a picture. */
export function textOfSvg(svg: string): string {
  const texts: string[] = [];
  const collect = (node: Node) => {
    if (node.name === 'text') texts.push(node.text);
    node.children.forEach(collect);
  };
  collect(read(svg));
  return texts.join('');
}

function read(svg: string): Node {
  const parser = new SaxesParser();
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const node: Node = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(svg).close();
  return root;
}

function draw(paper: Paper, node: Node, clips: ReadonlyMap<string, Node>): void {
  const { name, attributes } = node;
  if (name === 'defs' || name === 'style') return;
  const { pages } = paper;
  pages.save();
  transform(pages, attributes.transform);
  const clip = clips.get(/url\(#(.+?)\)/.exec(attributes['clip-path'] ?? '')?.[1] ?? '');
  const outline = clip?.children[0]?.attributes.d;
  if (outline !== undefined) pages.path(outline).clip();
  if (name === 'path' && attributes.d) paint(pages.path(attributes.d), attributes);
  if (name === 'rect') {
    const { x, y, width, height } = attributes;
    paint(pages.rect(Number(x ?? 0), Number(y ?? 0), Number(width), Number(height)), attributes);
  }
  if (name === 'polygon' || name === 'polyline') {
    const corners = (attributes.points ?? '').trim().split(/[\s,]+/);
    paint(pages.path(`M${corners.join(' ')}${name === 'polygon' ? 'Z' : ''}`), attributes);
  }
  if (name === 'circle') {
    const { cx, cy, r } = attributes;
    paint(pages.circle(Number(cx ?? 0), Number(cy ?? 0), Number(r)), attributes);
  }
  if (name === 'text') letter(paper, node);
  for (const child of node.children) draw(paper, child, clips);
  pages.restore();
}

function transform(pages: PDFKit.PDFDocument, given = ''): void {
  for (const [, kind, list = ''] of given.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const numbers = list.split(/[\s,]+/).map(Number);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    if (kind === 'translate') pages.translate(a, b);
    else if (kind === 'scale') pages.scale(a, numbers[1] ?? a);
    else if (kind === 'rotate') pages.rotate(a);
    else if (kind === 'matrix') pages.transform(a, b, c, d, e, f);
  }
}

function paint(pages: PDFKit.PDFDocument, attributes: Attributes): void {
  const { fill = '#000', stroke = 'none' } = attributes;
  const width = Number(attributes['stroke-width'] ?? 1);
  const inked = colorOf(fill, attributes['fill-opacity']);
  const lined = width > 0 ? colorOf(stroke, attributes['stroke-opacity']) : undefined;
  if (inked) pages.fillColor(inked.color, inked.opacity);
  if (lined) pages.strokeColor(lined.color, lined.opacity).lineWidth(width);
  const dashes = attributes['stroke-dasharray']?.split(/[\s,]+/).map(Number);
  if (dashes?.length) pages.dash(dashes[0] ?? 1, { space: dashes[1] ?? dashes[0] ?? 1 });
  if (inked && lined) pages.fillAndStroke();
  else if (inked) pages.fill();
  else if (lined) pages.stroke();
  else pages.addContent('n');
}

/** A colour as ECharts writes it; undefined for what is not to be seen. */
function colorOf(
  color: string,
  opacity = '1',
): { readonly color: PDFKit.Mixins.ColorValue; readonly opacity: number } | undefined {
  if (color === 'none' || color === 'transparent' || Number(opacity) === 0) return undefined;
  const parts = /^rgba?\(([^)]*)\)$/.exec(color)?.[1]?.split(',').map(Number);
  if (parts === undefined) return { color, opacity: Number(opacity) };
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  return alpha === 0 ? undefined : { color: [red, green, blue], opacity: Number(opacity) * alpha };
}

function letter(paper: Paper, { attributes, text }: Node): void {
  const size = Number(/font-size:\s*([\d.]+)px/.exec(attributes.style ?? '')?.[1] ?? 12);
  const length = paper.widthOf(text, size);
  const anchor = attributes['text-anchor'];
  const left = Number(attributes.x ?? 0) - (anchor === 'end' ? length : anchor === 'middle' ? length / 2 : 0);
  const fill = colorOf(attributes.fill ?? '#000', attributes['fill-opacity']);
  if (fill === undefined || text.trim() === '') return;
  const color = Array.isArray(fill.color) ? hex(fill.color as readonly number[]) : String(fill.color);
  paper.write(text, left, Number(attributes.y ?? 0), { size, color });
}

function hex(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
