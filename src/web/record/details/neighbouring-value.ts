/** Marks the button that opens a value for editing. */
export const opensValue = { 'data-opens-value': true };

/** The button that opens the value after this editor, or before it; what else takes the focus on the way is passed. */
export function neighbouringValue(editor: Element, before: boolean): HTMLElement | undefined {
  const side = before ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const values = [...document.querySelectorAll<HTMLElement>('[data-opens-value]')].filter(
    (button) => (editor.compareDocumentPosition(button) & side) !== 0,
  );
  return before ? values.at(-1) : values[0];
}
