import { useIntersection } from '@mantine/hooks';
import { type PDFDocumentProxy, TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import classes from './preview.module.css';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
}

/** Wide enough for a letter to be read, narrow enough for a screen. */
const widest = 860;

/** A page: its picture, and over it its text to be marked and read aloud. */
export function PdfPage({ document, number }: PdfPageProps) {
  const { ref, entry } = useIntersection<HTMLDivElement>({ rootMargin: '600px' });
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const [size, setSize] = useState({ width: widest, height: widest * Math.SQRT2 });
  if (entry?.isIntersecting && !seen) setSeen(true);

  useEffect(() => {
    const place = box.current;
    if (!seen || !place) return;
    let gone = false;
    let stop = () => {};
    const draw = async () => {
      const page = await document.getPage(number);
      const room = Math.min(widest, (place.parentElement?.parentElement?.clientWidth ?? widest) - 24);
      const viewport = page.getViewport({ scale: room / page.getViewport({ scale: 1 }).width });
      if (gone) return;
      setSize({ width: viewport.width, height: viewport.height });
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      const canvas = window.document.createElement('canvas');
      canvas.width = viewport.width * ratio;
      canvas.height = viewport.height * ratio;
      canvas.setAttribute('aria-hidden', 'true');
      const drawing = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] });
      stop = () => drawing.cancel();
      await drawing.promise;
      const text = window.document.createElement('div');
      text.className = 'textLayer';
      place.style.setProperty('--total-scale-factor', String(viewport.scale));
      place.style.setProperty('--scale-factor', String(viewport.scale));
      if (gone) return;
      place.replaceChildren(canvas, text);
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
      stop = () => layer.cancel();
      await layer.render();
    };
    // Whoever has gone on wants no more of it.
    draw().catch(() => {});
    return () => {
      gone = true;
      stop();
    };
  }, [seen, document, number]);

  return (
    <div ref={ref}>
      <div ref={box} className={classes.page} style={size} />
    </div>
  );
}
