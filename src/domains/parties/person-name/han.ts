/** Written in Han characters throughout, spaces and the dot between transcribed names aside. */
export function isHan(text: string): boolean {
  return /^[\p{Script=Han}\s·•・]+$/u.test(text);
}
