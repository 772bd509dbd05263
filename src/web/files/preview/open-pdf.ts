import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

/** What old Chinese files need to be read, and fonts in place of those that a file leaves out. */
const resources = { cMapUrl: '/pdf/cmaps/', cMapPacked: true, standardFontDataUrl: '/pdf/standard_fonts/' };

/** Opens a PDF in a worker of its own. Nothing in it runs, and nothing is compiled that the page's policy forbids. */
export function openPdf(url: string): PDFDocumentLoadingTask {
  return getDocument({ url, ...resources, useWasm: false, enableXfa: false, disableRange: true });
}
