import { Loader } from '@mantine/core';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '#web/fields/file/format.ts';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import classes from './preview.module.css';
import { Unshown } from './unshown.tsx';

/** The pages of a PDF one below the other, each drawn when it comes into sight; its text can be marked. */
export function PdfView({ file }: { readonly file: StoredFile }) {
  const { t } = useTranslation();
  const [document, setDocument] = useState<PDFDocumentProxy>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    const task = openPdf(`/api/files/${file.id}`);
    task.promise.then(setDocument, (error: unknown) => {
      const locked = error instanceof Error && error.name === 'PasswordException';
      setFault(locked ? 'files.faults.encrypted' : 'files.cannotShow');
    });
    return () => {
      task.destroy();
    };
  }, [file.id]);
  if (fault) return <Unshown reason={fault} />;
  if (!document) return <Loader size="sm" color="gray" m="xl" />;
  const numbers = Array.from({ length: document.numPages }, (_, place) => place + 1);
  return (
    <section
      className={classes.pages}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      aria-label={t('files.pages', { count: document.numPages })}
    >
      {numbers.map((number) => (
        <PdfPage key={number} document={document} number={number} />
      ))}
    </section>
  );
}
