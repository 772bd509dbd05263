import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './time-list.module.css';

const TIMES = Array.from({ length: 48 }, (_, index) => {
  const hour = String(Math.floor(index / 2)).padStart(2, '0');
  return `${hour}:${index % 2 ? '30' : '00'}`;
});

interface TimeListProps {
  readonly chosen: string | null;
  onPick(time: string): void;
}

/** The half hours of a day; opens where the chosen time or the working day begins. */
export function TimeList({ chosen, onPick }: TimeListProps) {
  const list = useRef<HTMLDivElement>(null);
  const near = TIMES.findLast((time) => time <= (chosen ?? '09:00'));
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[data-near]');
    if (list.current && row) list.current.scrollTop = row.offsetTop - 60;
  }, []);
  return (
    <div className={classes.list} ref={list}>
      {TIMES.map((time) => (
        <UnstyledButton
          key={time}
          className={classes.time}
          tabIndex={-1}
          data-near={time === near || undefined}
          data-chosen={time === chosen || undefined}
          onClick={() => onPick(time)}
        >
          {time}
        </UnstyledButton>
      ))}
    </div>
  );
}
