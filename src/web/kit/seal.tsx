/** The brand: one red seal with the character 关. */
export function Seal({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect x="1.5" y="1.5" width="29" height="29" rx="5.5" fill="var(--mantine-color-seal-6)" />
      <path
        d="M11.2 6.2l2 3.6M20.8 6.2l-2 3.6M9 11.8h14M7 17.2h18M16 11.8v5.4c0 4.2-3.4 7-8.2 8.4M16.3 17.8c1 4 4 6.6 8 7.8"
        fill="none"
        stroke="#fdf8f2"
        strokeWidth="2.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
