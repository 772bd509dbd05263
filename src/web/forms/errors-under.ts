type Errors = Readonly<Record<string, string>>;

/** What is wrong with the parts of something, each called as it is called there: of `steps.2` what stands at `steps.2.name`. */
export function errorsUnder(errors: Errors, place: string): Errors {
  const prefix = `${place}.`;
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([field]) => field.startsWith(prefix))
      .map(([field, message]) => [field.slice(prefix.length), message]),
  );
}
