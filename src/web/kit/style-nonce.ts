/** By what the browser knows the styles that this page makes itself; who only brings text to it does not know it. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// What keeps the page behind a dialog from scrolling asks for it under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });
