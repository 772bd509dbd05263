const boundary = 'guanxi-fuzz-7f3a';

/** A form with files as browsers send it: each text of the body is a file of its own. */
export function multipart(body: unknown): { readonly payload: string; readonly exact: string } {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((part) => ({ name, part })),
  );
  const parts = fields.map(
    ({ name, part }, index) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name.replaceAll(/["\r\n]/g, '')}"; filename="brought-${index}.csv"\r\n\r\n${String(part)}\r\n`,
  );
  return {
    payload: `${parts.join('')}--${boundary}--\r\n`,
    exact: `multipart/form-data; boundary=${boundary}`,
  };
}
