/** The secret behind the `#` of a link in a mail: it reaches neither the server's logs nor other sites. */
export function linkToken(): string {
  return window.location.hash.slice(1);
}
