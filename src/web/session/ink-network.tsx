import classes from './ink-network.module.css';

function numbers(row: string): number[][] {
  return row.split(' ').map((item) => item.split(',').map(Number));
}

/** x, y and radius of each person. */
const dots = numbers(
  '118,132,5 214,88,3 302,168,8 176,238,4 92,318,7 262,318,5 388,262,4 438,372,9 330,436,5 196,452,10 84,498,4 276,566,6 408,540,4 148,612,6 356,668,8 232,712,4 462,176,5 498,482,4',
);

/** Who knows whom, by place in the list above. */
const lines = numbers(
  '0,1 0,3 1,2 2,3 2,6 2,16 3,4 3,5 4,9 5,2 5,6 5,9 6,7 7,8 7,17 8,9 8,11 8,12 9,10 9,13 10,13 11,13 11,14 12,14 12,17 13,15 14,15 6,16',
);

function curve(from = 0, to = 0): string {
  const [x1 = 0, y1 = 0] = dots[from] ?? [];
  const [x2 = 0, y2 = 0] = dots[to] ?? [];
  const bend = ((from * 7 + to * 13) % 5) * 9 - 18;
  return `M${x1} ${y1}Q${(x1 + x2) / 2 + bend} ${(y1 + y2) / 2 - bend} ${x2} ${y2}`;
}

/** People and what ties them, in ink, with one seal among them. Decoration only. */
export function InkNetwork() {
  return (
    <svg className={classes.network} viewBox="0 0 560 800" preserveAspectRatio="xMidYMid slice" aria-hidden>
      {lines.map(([from = 0, to = 0]) => (
        <path
          key={`${from}-${to}`}
          className={classes.line}
          d={curve(from, to)}
          strokeWidth={0.6 + ((from + to) % 3) * 0.5}
        />
      ))}
      {dots.map(([x = 0, y = 0, radius = 0]) => (
        <circle
          key={`${x}-${y}`}
          className={classes.dot}
          cx={x}
          cy={y}
          r={radius}
          opacity={0.45 + radius / 18}
        />
      ))}
      <rect className={classes.seal} x={425} y={359} width={26} height={26} rx={5} />
    </svg>
  );
}
