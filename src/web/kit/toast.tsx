import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { ProblemError } from '#web/api/problem.ts';

/**
 * How long what can be answered, or has to be read, stays, in milliseconds: whoever comes to it by keys, or reads it
 * enlarged, needs the 20 seconds that WCAG 2.2.1 names; the others close it.
 */
const lasting = 20_000;

/** Says that something is done, or in red why it is not. */
export function toast(message: string, color: 'green' | 'red' = 'green'): void {
  notifications.show({ message, color });
}

/** Says that something is under way, until the function that it gives is called. */
export function toastProgress(message: string): () => void {
  const id = notifications.show({ message, color: 'ink', loading: true, autoClose: false });
  return () => notifications.hide(id);
}

/** Says that something is done and offers to take it back. */
export function toastWithUndo(message: string, undo: () => void): void {
  offer(message, i18next.t('toast.undo'), undo, lasting);
}

/** Says, until it is seen to, that the server gives out another build, and offers to load it. */
export function toastNewBuild(): void {
  offer(i18next.t('toast.newBuild'), i18next.t('toast.reload'), () => location.reload(), false);
}

/** A message with one thing to do about it, which is gone once that is done. */
function offer(message: string, label: string, act: () => void, autoClose: number | false): void {
  const id = notifications.show({
    ...{ color: 'ink', autoClose },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>{message}</span>
        <Button
          variant="default"
          onClick={() => {
            notifications.hide(id);
            act();
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  });
}

/** Says what the server refused, with every reason it gave. */
export function toastProblem(error: unknown): void {
  const reasons =
    error instanceof ProblemError ? (error.problem.errors ?? []).map(({ message }) => message) : [];
  const message = reasons.length > 0 ? reasons.join(' ') : error instanceof Error ? error.message : '';
  notifications.show({ color: 'red', autoClose: lasting, message: message || i18next.t('error.title') });
}
