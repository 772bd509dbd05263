/** A record's page. */
export function RecordPage({ object, id }: { object: string; id: string }) {
  return (
    <main>
      {object} {id}
    </main>
  );
}
