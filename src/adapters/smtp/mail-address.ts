import { Unacceptable } from '#kernel/problem.ts';

/** Reads `Name <address>` or an address alone. Anything that could name a second receiver is none. */
export function mailAddress(text: string): { readonly name: string; readonly address: string } {
  const [, quotedName, name = '', inBrackets] =
    /^\s*(?:"([^"\r\n]*)"|([^"<>\r\n]*?))\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  const address = (inBrackets ?? text).trim();
  if (!/^[^\s"(),:;<>@[\\\]]{1,64}@[\p{L}\p{N}.-]{1,253}$/u.test(address))
    throw new Unacceptable('notAnEmail', { value: text.slice(0, 100) });
  return { name: quotedName ?? name, address };
}
