import { type DemoOptions, demoSignIn, loadDemo } from './load-demo.ts';

/** Loads the demo company into an empty product and says how to sign in. */
export async function showDemo(options: DemoOptions): Promise<void> {
  console.log('Loading the demo company, 衡岳工业 (Hengyue Industrial) …');
  const began = performance.now();
  const loaded = await loadDemo(options);
  if (loaded) {
    console.log(`Loaded in ${Math.round((performance.now() - began) / 1000)} s.`);
    console.log(`Sign in as ${demoSignIn.email} with the password ${demoSignIn.password}`);
  } else console.log('A company has been set up here already, so the demo company was not loaded.');
}
