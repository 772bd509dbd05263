/** The import wizard's page. */
export function ImportPage() {
  return <main />;
}
