import { firstBits } from './sha256.ts';

/** Tried in one go, so that the page stays lively in between. */
const batch = 2000;

/** Finds the number that the server asks for: that of which the hash begins with so many zero bits. */
export async function solve(
  { nonce, bits }: { readonly nonce: string; readonly bits: number },
  rest: () => Promise<void> = nextTurn,
): Promise<string> {
  for (let number = 0; ; number++) {
    if (firstBits(`${nonce}:${number}`) >>> (32 - bits) === 0) return String(number);
    if (number % batch === batch - 1) await rest();
  }
}

/** Lets the page do what else it has to; a timer would wait four milliseconds each time. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
