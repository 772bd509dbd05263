import type { MantineColorsTuple } from '@mantine/core';

function shades(row: string): MantineColorsTuple {
  return row.split(' ').map((hex) => `#${hex}`) as unknown as MantineColorsTuple;
}

/**
 * The colours of the identity: ink on paper with one red seal. Ten shades each, light to dark.
 * Status hues step in lightness as well as in hue, so they stay apart without colour vision.
 */
export const palette = {
  /** Warm neutral: paper at 0, ink at 9. */
  gray: shades('faf9f6 f4f2ed ebe8e1 dedad1 c6c1b6 a29c90 7a7469 5a554c 3a3630 211e1a'),
  /** Neutral of the dark scheme: text at 0, the deepest ground at 9. */
  dark: shades('e9e6e0 c9c5bd a8a39a 7d786f 4a4640 36332e 2a2723 211f1b 1a1815 131210'),
  /** The primary colour: nearly black at 6 for the light scheme, a middle grey at 5 for the dark one. */
  ink: shades('f4f2ed ebe8e1 dedad1 c6c1b6 b5afa4 a29c90 36322c 2c2824 24211d 1b1815'),
  seal: shades('fdf1ee f9ddd6 f1b8ac e88f7e de6a57 c94432 b93426 a02a1e 85231a 651a13'),
  grey: shades('f5f4f1 e9e6e0 d6d2ca bdb8ae 9d978c 7d776d 645f56 4f4b44 3a3732 282622'),
  blue: shades('eef4fb d8e6f5 b2cfec 86b3e0 5b96d2 3a7bbf 2c66a5 245386 1c4069 142d4a'),
  teal: shades('e8f6f5 cceae8 9ad5d1 63bcb7 369f9a 1c837f 146b68 115654 0e4241 0a2f2e'),
  green: shades('eef6ea d8ebcf b3d7a2 8abf73 66a54b 4c8a33 3c7128 315a22 26451b 1a3013'),
  amber: shades('fdf6e1 faeab8 f4d67d ecbf45 dca61f b98608 946a06 755407 574007 3c2c06'),
  orange: shades('fdf1e7 fae0ca f4c096 ec9c5f e07c35 c5631d a14f15 7f3f12 5f3010 41210b'),
  red: shades('fcefef f8d9da f0b1b4 e58489 d75b63 bf3d47 a02f39 80272f 601e24 421519'),
  violet: shades('f4f0fa e7dff4 cebfe8 b09ad9 9377c7 785ab1 624896 4e3a78 3b2c5b 281e3e'),
} satisfies Record<string, MantineColorsTuple>;

/** The status colours a choice may carry. */
export const statusColors = ['grey', 'blue', 'teal', 'green', 'amber', 'orange', 'red', 'violet'] as const;
